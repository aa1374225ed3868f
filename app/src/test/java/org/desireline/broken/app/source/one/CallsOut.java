package org.desireline.broken.app.source.one;

import java.net.Socket;

/** Asks the network where it should only translate. */
record CallsOut(Socket socket) {}
