#include "sim/io/export_incident.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/analysis/crossings.h"
#include "sim/analysis/track_path.h"
#include "sim/io/export_words.h"
#include "sim/io/input_sums.h"
#include "sim/io/versions.h"

namespace incursion {

namespace {

/// Walks one incident through.
class Exporter {
public:
    Exporter(const Scenario& scenario, const Incident& incident, const ExportChoice& choice)
        : scenario_{scenario}, incident_{incident}, choice_{choice}
    {
    }

    ExportedIncident exported(const Airspaces& airspaces, Diagnostics& diagnostics)
    {
        const Report& report = incident_.report;
        out_.title = report.title;
        out_.description = report.description;
        out_.span = report.span;
        out_.pressure_over_msl_m = scenario_.heights.pressure_over_msl();
        add_accounts();
        add_tracks();
        add_crossings();
        add_calls();
        add_events();
        add_claims();
        add_plots();
        add_places();
        out_.inputs = input_sums(incident_.report, diagnostics);
        out_.facts = incident_facts(report, versions().incursion);
        if (const std::vector<LonLat> places = places_of_things(); !places.empty()) {
            out_.box = box_about(places);
            out_.airspaces = exported_airspaces(airspaces, *out_.box, diagnostics);
        }
        return std::move(out_);
    }

private:
    bool wants(const std::string& account) const
    {
        return choice_.accounts.empty() || account.empty() ||
               std::find(choice_.accounts.begin(), choice_.accounts.end(), account) != choice_.accounts.end();
    }

    /// The place of an account in the list; the last one is made where something belongs to none.
    std::size_t account_of(const std::string& id)
    {
        const auto found = std::find_if(out_.accounts.begin(), out_.accounts.end(),
                                        [&](const ExportedAccount& account) { return account.id == id; });
        if (found == out_.accounts.end()) {
            out_.accounts.push_back({id, id.empty() ? "Of no account" : id, {}});
            return out_.accounts.size() - 1;
        }
        return static_cast<std::size_t>(found - out_.accounts.begin());
    }

    std::optional<std::size_t> track_of(const std::string& id) const
    {
        const auto found = std::find_if(out_.tracks.begin(), out_.tracks.end(),
                                        [&](const ExportedTrack& track) { return track.id == id; });
        return found == out_.tracks.end() || id.empty()
                   ? std::nullopt
                   : std::optional{static_cast<std::size_t>(found - out_.tracks.begin())};
    }

    /// Where an aircraft was, if its track says so.
    std::optional<PathPoint> at(std::size_t track, Time time) const
    {
        const Track& flown = incident_.tracks[sources_[track]];
        if (flown.fixes().size() < 2)
            return std::nullopt;
        for (const TimeSpan& span : observed_spans(flown, scenario_.max_gap)) {
            if (time < span.from || time > span.to)
                continue;
            const TrackPath path{flown, incident_.report.legs};
            return PathPoint{time, path.at(time), path.altitude_at(time)};
        }
        return std::nullopt;
    }

    void add_accounts()
    {
        for (const Account& account : incident_.report.accounts) {
            if (!wants(account.id))
                continue;
            ExportedAccount exported{account.id, account.title.empty() ? account.id : account.title, {}};
            add_evidence(exported.facts, account.evidence);
            out_.accounts.push_back(std::move(exported));
        }
    }

    void add_tracks()
    {
        for (std::size_t i = 0; i < incident_.tracks.size(); ++i) {
            const TrackReport& report = incident_.report.tracks[i];
            if (!wants(report.account))
                continue;
            ExportedTrack track = track_of_report(report, scenario_.aircraft[i]);
            track.account = account_of(report.account);
            track.parts = observed_parts(incident_.tracks[i]);
            for (const Visit& visit : report.visits)
                track.visits.push_back({visit, path_inside(incident_.tracks[i], visit)});
            out_.tracks.push_back(std::move(track));
            sources_.push_back(i);
        }
    }

    std::vector<std::vector<PathPoint>> observed_parts(const Track& track) const
    {
        std::vector<std::vector<PathPoint>> parts;
        for (const Fix& fix : track.fixes()) {
            const bool goes_on =
                !parts.empty() && (!scenario_.max_gap || fix.time - parts.back().back().time <= *scenario_.max_gap);
            if (!goes_on)
                parts.emplace_back();
            parts.back().push_back({fix.time, fix.place, fix.altitude_m});
        }
        return parts;
    }

    static std::vector<PathPoint> path_inside(const Track& track, const Visit& visit)
    {
        std::vector<PathPoint> path{{visit.entry.time, visit.entry.place, visit.entry.altitude_m}};
        for (const Fix& fix : track.fixes())
            if (visit.entry.time < fix.time && fix.time < visit.exit.time)
                path.push_back({fix.time, fix.place, fix.altitude_m});
        path.push_back({visit.exit.time, visit.exit.place, visit.exit.altitude_m});
        return path;
    }

    void add_crossings()
    {
        for (std::size_t i = 0; i < out_.tracks.size(); ++i)
            for (const ExportedVisit& exported : out_.tracks[i].visits) {
                const Visit& visit = exported.visit;
                for (const bool entry : {true, false}) {
                    const VisitEnd& end = entry ? visit.entry : visit.exit;
                    const bool crosses = end.by != CrossedBy::start && end.by != CrossedBy::end;
                    if (crosses || visit.foreign)
                        out_.crossings.push_back({i, visit.airspace, visit.foreign, entry, end,
                                                  crossing_name(out_.tracks[i].id, visit, entry),
                                                  crossing_facts(out_.tracks[i], visit, entry)});
                }
            }
        std::stable_sort(out_.crossings.begin(), out_.crossings.end(),
                         [](const ExportedCrossing& p, const ExportedCrossing& q) {
                             return std::tuple{p.end.time, p.track, p.entry} < std::tuple{q.end.time, q.track, q.entry};
                         });
    }

    void add_calls()
    {
        for (const CallReport& report : incident_.report.calls.list) {
            if (!wants(report.call.account))
                continue;
            ExportedCall call;
            call.account = account_of(report.call.account);
            call.span = {report.call.time, report.call.time + time_to_say(report.call.text)};
            if (const auto track = track_of(report.call.to); track && (call.at = at(*track, report.call.time)))
                call.track = track;
            call.name = call_name(report.call);
            call.report = report;
            call.facts = call_facts(report);
            out_.calls.push_back(std::move(call));
        }
    }

    void add_events()
    {
        for (const Event& event : incident_.report.events) {
            if (!wants(event.account))
                continue;
            ExportedEvent exported;
            exported.account = account_of(event.account);
            exported.track = track_of(event.aircraft);
            exported.place_told = event.place.has_value();
            if (event.place)
                exported.at = PathPoint{event.time, *event.place, event.altitude_m};
            else if (exported.track)
                exported.at = at(*exported.track, event.time);
            exported.event = event;
            exported.facts = event_facts(event, exported.at.has_value());
            out_.events.push_back(std::move(exported));
        }
    }

    void add_claims()
    {
        for (const ClaimReport& report : incident_.report.claims)
            if (wants(report.claim.account))
                out_.claims.push_back(
                    {account_of(report.claim.account), claim_name(report.claim), claim_facts(report)});
    }

    void add_plots()
    {
        for (const SeenAircraft& seen : incident_.seen) {
            const auto place = std::find(sources_.begin(), sources_.end(), seen.track);
            if (place == sources_.end() || seen.plots.fixes().empty())
                continue;
            const Radar& radar = scenario_.radars[seen.radar];
            ExportedPlots plots;
            plots.name = seen.plots.id();
            plots.radar = radar.id;
            plots.track = static_cast<std::size_t>(place - sources_.begin());
            plots.datum = seen.plots.datum();
            plots.scan_period_s = radar.type.scan_period_s;
            plots.fixes.assign(seen.plots.fixes().begin(), seen.plots.fixes().end());
            plots.facts = plots_facts(radar, plots.fixes.size());
            out_.plots.push_back(std::move(plots));
        }
    }

    void add_places()
    {
        for (const Place& place : scenario_.places) {
            ExportedPlace exported{place.name, std::string{kind_name(place.kind)}, place.position, {}};
            add_evidence(exported.facts, place.evidence);
            out_.places.push_back(std::move(exported));
        }
        for (const Radar& radar : scenario_.radars)
            out_.places.push_back({radar.id, "radar", radar.site, radar_facts(radar)});
    }

    /// About which the surroundings are drawn. Radars and towns may be far away and do not count.
    std::vector<LonLat> places_of_things() const
    {
        std::vector<LonLat> places;
        for (const ExportedTrack& track : out_.tracks)
            for (const std::vector<PathPoint>& part : track.parts)
                for (const PathPoint& point : part)
                    places.push_back(point.place);
        for (const ExportedEvent& event : out_.events)
            if (event.at)
                places.push_back(event.at->place);
        return places;
    }

    const Scenario& scenario_;
    const Incident& incident_;
    const ExportChoice& choice_;
    ExportedIncident out_;
    std::vector<std::size_t> sources_;  ///< of out_.tracks, their places in the incident
};

}  // namespace

TimeSpan span_of_things(const ExportedIncident& incident)
{
    TimeSpan span = incident.span;
    const auto widen = [&](Time from, Time to) { span = {std::min(span.from, from), std::max(span.to, to)}; };
    for (const ExportedTrack& track : incident.tracks)
        if (!track.parts.empty())
            widen(track.span.from, track.span.to);
    for (const ExportedCall& call : incident.calls)
        widen(call.span.from, call.span.to);
    for (const ExportedEvent& event : incident.events)
        widen(event.event.time, event.event.time);
    return span;
}

std::optional<ExportedIncident> exported_incident(const Scenario& scenario, const Airspaces& airspaces,
                                                  const Incident& incident, const ExportChoice& choice,
                                                  Diagnostics& diagnostics)
{
    std::vector<std::string> known;
    for (const Account& account : scenario.accounts)
        known.push_back(account.id);
    bool all_known = true;
    for (const std::string& id : choice.accounts)
        if (std::find(known.begin(), known.end(), id) == known.end()) {
            diagnostics.error(scenario.path, std::nullopt, "accounts",
                              fmt::format("there is no account '{}'; there are: {}", id, fmt::join(known, ", ")));
            all_known = false;
        }
    if (!all_known)
        return std::nullopt;
    return Exporter{scenario, incident, choice}.exported(airspaces, diagnostics);
}

}  // namespace incursion
