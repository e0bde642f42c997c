#pragma once

#include "sim/analysis/report.h"

namespace incursion::sample {

/// An instant on 24 November 2015, UTC.
inline Time at(int hour, int minute, double s)
{
    using namespace std::chrono;
    return Time{sys_days{year{2015} / 11 / 24}} + hours{hour} + minutes{minute} + incursion::seconds(s);
}

inline TrackReport intruder()
{
    TrackReport track;
    track.track = "SU24-2";
    track.account = "turkiye";
    track.title = "Su-24M number 2";
    track.type = "su-24m";
    track.state = "RUS";
    track.flown = true;
    track.fixes = 4201;
    track.span = {at(7, 19, 0), at(7, 26, 0)};
    track.observed = track.span.length();
    track.path_m = 68040;
    track.dwell = {{"", Duration{0}}, {"SYR", seconds(403)}, {"TUR", seconds(17)}};
    track.foreign = seconds(17);
    track.closest_approach = {{"TUR", at(7, 24, 5), 0}};
    Visit in_syria;
    in_syria.airspace = in_syria.owner = "SYR";
    in_syria.entry = {at(7, 19, 0), {36.45, 35.84}, 5791.2, CrossedBy::start, 0};
    in_syria.exit = {at(7, 24, 5), {36.1694, 35.8274}, 5791.2, CrossedBy::side, 1e-9};
    in_syria.path_m = 49410;
    in_syria.max_depth_m = 25300;
    in_syria.max_depth_time = at(7, 19, 0);
    Visit in_turkiye;
    in_turkiye.airspace = in_turkiye.owner = "TUR";
    in_turkiye.foreign = true;
    in_turkiye.entry = in_syria.exit;
    in_turkiye.exit = {at(7, 24, 22), {36.1389, 35.8274}, 5791.2, CrossedBy::side, 3e-7};
    in_turkiye.path_m = 2754;
    in_turkiye.max_depth_m = 1134;
    in_turkiye.max_depth_time = at(7, 24, 13.5);
    track.visits = {in_syria, in_turkiye};
    track.limits = {{{at(7, 20, 0), at(7, 20, 2.5)}, "aircraft[1].plan[2]", "stall speed", "109 m/s TAS", "126 m/s TAS"}};
    track.evidence = {"https://example.org/un-letter", "A", "reconstructed: the course before the entry"};
    return track;
}

inline TrackReport bystander()
{
    TrackReport track;
    track.track = "SU24";
    track.account = "russia";
    track.type = "su-24m";
    track.state = "RUS";
    track.fixes = 84;
    track.span = {at(7, 19, 0), at(7, 25, 58)};
    track.observed = seconds(358);
    track.gap = seconds(60);
    track.path_m = 70000;
    track.dwell = {{"", seconds(358)}};
    track.closest_approach = {{"TUR", at(7, 24, 0), 1000}};
    return track;
}

inline CallsReport two_calls()
{
    CallsReport calls;
    Call call;
    call.account = "turkiye";
    call.time = at(7, 19, 5);
    call.from = "Turkish Air Force";
    call.to = "SU24-2";
    call.channel = "guard";
    call.text = "You are approaching Turkish airspace. Change your heading south immediately.";
    call.evidence = {"https://example.org/audio", "A", ""};
    calls.list.push_back({call, "TUR", 24900.0, 300.0});
    call.time = at(7, 24, 7);
    calls.list.push_back({call, "TUR", -320.0, 15.0});
    calls.span = seconds(302);
    calls.intervals_s = {302};
    calls.mean_interval_s = 302;
    calls.before_first_entry = 1;
    return calls;
}

inline ClaimReport un_letter()
{
    ClaimReport report;
    report.claim.account = "turkiye";
    report.claim.aircraft = "SU24-2";
    report.claim.airspace = "TUR";
    report.claim.path = "claim[0]";
    report.claim.evidence = {"https://example.org/un-letter", "A", ""};
    report.figures = {{"dwell", "s", 17, 17.0, "17 s", 0.5, true},
                      {"depth", "m", 2188.70784, 1134.0, "1.36 mi", 8.04672, false},
                      {"altitude", "m", 5791.2, {}, "19000 ft", 152.4, false}};
    report.arithmetic = {{"flown path in claimed dwell", 2754, 17, 162, 5791.2, 126.0, 386.0},
                         {"claimed length in claimed dwell", 1850.7456, 17, 108.867, 5791.2, 126.0, 386.0}};
    return report;
}

/// Two accounts of one flight, as two states might tell it.
inline Report two_accounts()
{
    Report report;
    report.title = "Su-24M near Yayladağı, Hatay";
    report.description = "A simulated incident for tests.";
    report.path = "scenarios/sample/scenario.toml";
    report.seed = 20151124;
    report.span = {at(7, 19, 0), at(7, 26, 0)};
    report.accounts = {{"turkiye", "Türkiye: letter to the Security Council", {"https://example.org/un-letter", "A", ""}},
                       {"russia", "Russia: Ministry of Defence", {"https://example.org/mod", "B", ""}}};
    report.tracks = {intruder(), bystander()};
    report.calls = two_calls();
    report.events = {{"russia", at(7, 24, 20), "hit by a missile", LonLat{36.11, 35.79}, 6000.0,
                      {"https://example.org/mod", "B", "reconstructed: the second"}}};
    report.claims = {un_letter()};
    return report;
}

}  // namespace incursion::sample
