package org.desireline.app.source.forge;

/**
 * What an item is called.
 *
 * @param project owner and repository, or group and project
 * @param local its name inside the project: {@code #12}, and on GitLab {@code !12} for a merge request
 */
public record ItemName(String project, String local) implements Comparable<ItemName> {

    /** As it is called from outside its project. */
    public String key() {
        return project + local;
    }

    @Override
    public int compareTo(ItemName other) {
        int byProject = project.compareTo(other.project);
        int byLength = Integer.compare(local.length(), other.local.length());
        return byProject != 0 ? byProject : byLength != 0 ? byLength : local.compareTo(other.local);
    }
}
