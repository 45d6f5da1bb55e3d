package org.callboard.app;

import java.time.Duration;
import java.util.Optional;
import org.callboard.api.WebSettings;
import org.callboard.clock.EventTime;
import org.callboard.cluster.ClusterSettings;
import org.callboard.programme.Programme;
import org.callboard.watch.WatchSettings;

/**
 * What a node is started with.
 *
 * @param programme what to show; empty to go on with the one that the journal holds
 * @param database JDBC URL of the database that holds the journal and the accounts
 * @param password of the first account, empty to have one made up
 * @param maxConnectionsPerAddress live connections from one network address
 * @param maxConnections live connections in all
 * @param cluster empty for a node that is alone
 * @param watch a source of editions that is looked at now and then
 * @param selfTest how long after its start it first tests its way to a screen
 */
public record NodeSettings(
    Optional<Programme> programme,
    String database,
    Optional<String> password,
    EventTime time,
    WebSettings web,
    int maxConnectionsPerAddress,
    int maxConnections,
    Optional<ClusterSettings> cluster,
    Optional<WatchSettings> watch,
    Duration selfTest) {}
