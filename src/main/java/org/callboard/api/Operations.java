package org.callboard.api;

import org.callboard.live.Traffic;
import org.callboard.metrics.Meters;

/** What whoever runs a node may look at; shared by its event loops. */
public record Operations(Meters meters, Traffic traffic, Readiness readiness) {}
