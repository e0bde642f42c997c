#include "sim/analysis/calls_report.h"

#include <algorithm>

#include "sim/analysis/track_outlook.h"

namespace incursion {

namespace {

/// Where an observed part of the track covers the call.
void add_border(CallReport& report, const TrackOutlook& outlook)
{
    const auto border = outlook.border_at(report.call.time);
    if (!border)
        return;
    report.airspace = border->airspace;
    report.distance_to_border_m = border->distance_m;
    report.time_to_border_s = outlook.time_to_border_s(report.call.time);
}

}  // namespace

CallsReport analyse_calls(std::vector<Call> calls, const std::map<std::string, CalledAircraft>& aircraft,
                          const AnalysisGround& ground)
{
    std::stable_sort(calls.begin(), calls.end(), [](const Call& p, const Call& q) { return p.time < q.time; });
    CallsReport report;
    std::map<std::string, TrackOutlook> outlooks;  // of the aircraft called
    for (std::size_t i = 0; i < calls.size(); ++i) {
        if (i > 0)
            report.intervals_s.push_back(to_seconds(calls[i].time - calls[i - 1].time));
        CallReport call;
        call.call = calls[i];
        const auto called = aircraft.find(calls[i].to);
        if (called != aircraft.end()) {
            const CalledAircraft& a = called->second;
            add_border(call, outlooks.try_emplace(called->first, a.track, a.belonging, ground).first->second);
        }
        const bool entered = called != aircraft.end() && called->second.first_foreign_entry &&
                             *called->second.first_foreign_entry <= calls[i].time;
        report.before_first_entry += entered ? 0 : 1;
        report.list.push_back(std::move(call));
    }
    if (calls.size() > 1) {
        report.span = calls.back().time - calls.front().time;
        report.mean_interval_s = to_seconds(report.span) / static_cast<double>(calls.size() - 1);
    }
    return report;
}

}  // namespace incursion
