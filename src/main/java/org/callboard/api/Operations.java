package org.callboard.api;

import java.util.function.Supplier;
import org.callboard.live.PaintTimes;
import org.callboard.live.SelfTestResult;
import org.callboard.live.Traffic;
import org.callboard.metrics.Meters;

/** What whoever runs a node may look at; shared by its event loops. */
public record Operations(
    Meters meters,
    Traffic traffic,
    PaintTimes paintTimes,
    Readiness readiness,
    Supplier<SelfTestResult> selfTest) {}
