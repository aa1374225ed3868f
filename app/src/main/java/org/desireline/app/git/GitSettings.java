package org.desireline.app.git;

import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What the git library may know of the machine: nothing. Left to itself it starts {@code git} to find the settings of
 * the system, reads those of the user, and writes probes into the repository to measure the file system's clock.
 */
public final class GitSettings extends SystemReader.Delegate {

    private static boolean installed;

    private GitSettings(SystemReader reader) {
        super(reader);
    }

    /** Makes it so, once, for this process. */
    public static synchronized void install() {
        if (!installed) {
            SystemReader.setInstance(new GitSettings(SystemReader.getInstance()));
            installed = true;
        }
    }

    @Override
    public @Nullable String getenv(String variable) {
        return null;
    }

    @Override
    public StoredConfig getUserConfig() {
        return new Silent(null);
    }

    @Override
    public StoredConfig getJGitConfig() {
        return new Silent(null);
    }

    @Override
    public StoredConfig getSystemConfig() {
        return new Silent(null);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new Silent(parent);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new Silent(parent);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new Silent(parent);
    }

    /** Settings that are neither read nor written; they answer what would otherwise be measured. */
    private static final class Silent extends FileBasedConfig {

        Silent(@Nullable Config parent) {
            super(parent, null, null);
        }

        @Override
        public void load() throws ConfigInvalidException {
            // There is nothing to load.
        }

        @Override
        public void save() {
            // There is nowhere to save it.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public @Nullable String getString(String section, @Nullable String subsection, String name) {
            if (section.equals("filesystem")) {
                return name.equals("timestampResolution") ? "1 s" : name.equals("minRacyThreshold") ? "1 s" : null;
            }
            return super.getString(section, subsection, name);
        }
    }
}
