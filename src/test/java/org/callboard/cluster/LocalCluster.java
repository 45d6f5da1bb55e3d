package org.callboard.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.callboard.app.ChildServer;
import org.callboard.app.Main;
import org.callboard.app.TestNode;
import org.callboard.store.TestPostgres;

/** Two nodes and a real PostgreSQL on this machine, for trying a cluster; it ends with Ctrl-C. */
public final class LocalCluster {
  private static final int NODES = 2;

  private LocalCluster() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> environment = Map.of("CALLBOARD_DATABASE", TestPostgres.freshUrl());
    for (int i = 1; i <= NODES; i++) {
      ChildServer node =
          ChildServer.start(
              Main.class,
              environment,
              List.of("--cluster", "--rehearse"),
              ProcessBuilder.Redirect.INHERIT);
      Runtime.getRuntime().addShutdownHook(new Thread(node::close));
      System.out.println("node " + i + "      " + node.url() + "/ and " + node.url() + "/console");
    }
    System.out.println("account     organiser, password " + TestNode.PASSWORD);
    System.out.println("Change something at one, watch it at the other, end one by its process.");
    Thread.currentThread().join();
  }
}
