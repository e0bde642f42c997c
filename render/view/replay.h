#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/owned_ground.h"
#include "sim/analysis/track_outlook.h"
#include "sim/incident/incident.h"

namespace incursion {

/// How the words of a call sound, as far as pictures show it.
struct CallSound {
    double length_s = 0;          ///< 0 where nothing can be heard
    std::vector<float> envelope;  ///< loudness in [0, 1] over its length, evenly spaced
};

/// The radar that the scope shows. Its beam turns clockwise at a constant rate and points to true north at
/// `north_at`.
struct ScopeRadar {
    LonLat site;
    Duration turn{std::chrono::seconds{5}};
    Time north_at{};
    bool is_assumed = true;  ///< the scenario names none
    std::string id = {};     ///< of the scenario's
};

/// Something on the time line that one can jump to.
enum class MomentKind { entry, exit, call, event };
struct Moment {
    Time time{};
    MomentKind kind = MomentKind::event;
    std::string text;                  ///< `A1 enters AAA`, the first words of a call, the title of an event
    std::string account;               ///< id; may be empty
    std::optional<std::size_t> track;  ///< that it is about
    std::size_t index = 0;             ///< of the call or event in the report
};

struct ReplayOptions {
    std::vector<CallSound> call_sounds;  ///< in the order of Report::calls.list; may be empty
    std::optional<Angle> declination;    ///< of magnetic north at the scope's centre, east positive
};

/// An incident made ready to be shown at any instant: what was read, what was found out, and what answers
/// questions about single instants. Immutable once made, and kept where it is, because its parts refer to each
/// other.
class Replay {
public:
    /// Builds the border index, flies and analyses. Nothing, with diagnostics, where that fails.
    static std::unique_ptr<Replay> make(Scenario scenario, Airspaces airspaces, Diagnostics& diagnostics);
    /// Likewise, with closest approaches to the nearest foreign border only: for many recorded tracks.
    static std::unique_ptr<Replay> make_from_tracks(Scenario scenario, Airspaces airspaces, Diagnostics& diagnostics);
    /// Of what a radar has shown: `scenario` holds its system tracks as recorded ones, and it as its only radar;
    /// `plots` are those of each track, one by one, and may have no fix. Nothing is observed anew.
    static std::unique_ptr<Replay> make_from_plots(Scenario scenario, Airspaces airspaces, std::vector<Track> plots,
                                                   Diagnostics& diagnostics);
    /// The same later: over the ground of an earlier one, which is not built again.
    /// REQUIRES: `scenario` reads legs and gaps as that of `earlier` does, which was made from plots.
    static std::unique_ptr<Replay> make_from_plots(Scenario scenario, const Replay& earlier, std::vector<Track> plots,
                                                   Diagnostics& diagnostics);
    Replay(const Replay&) = delete;
    Replay& operator=(const Replay&) = delete;
    ~Replay();

    /// What is known only once the report is there.
    void set_options(ReplayOptions options);

    const Scenario& scenario() const { return scenario_; }
    const Airspaces& airspaces() const;
    const Report& report() const { return incident_.report; }
    const BorderIndex& index() const;
    const BorderDistances& distances() const;

    std::size_t track_count() const { return incident_.tracks.size(); }
    const TrackOutlook& outlook(std::size_t track) const;
    const TrackReport& track_report(std::size_t track) const { return report().tracks[track]; }
    const Aircraft& aircraft(std::size_t track) const { return scenario_.aircraft[track]; }

    /// The scenario's span, or that of all tracks where the scenario was made from tracks.
    TimeSpan span() const { return scenario_.span; }
    const ScopeRadar& radar() const { return radar_; }
    /// What the scenario's radar saw of a track in a turn of its beam: a fix where and when the plot is; null where it
    /// saw nothing. REQUIRES: the radar is not assumed.
    const Fix* plot_in_turn(std::size_t track, std::int64_t turn) const;
    /// Where the scope's centre is at first; the radar need not stand there.
    LonLat first_centre() const { return first_centre_; }
    /// How far the scope looks at first: the scenario's, or what holds the tracks around their visits.
    double first_range_m() const { return first_range_m_; }
    /// Ascending in time.
    const std::vector<Moment>& moments() const { return moments_; }
    /// Airspaces that are foreign to an aircraft which visits them or comes nearest to them: their borders are
    /// what the incident is about; that of the rules where there is no aircraft. Ascending places in Airspaces::list.
    const std::vector<std::size_t>& concerned_airspaces() const { return concerned_; }
    /// States of the aircraft in order of first appearance: the sides. Place of a track's state in it.
    const std::vector<std::string>& sides() const { return sides_; }
    std::size_t side_of_track(std::size_t track) const { return side_of_track_[track]; }
    /// Place of a track's account in Report::accounts; 0 where there are none.
    std::size_t account_of_track(std::size_t track) const { return account_of_track_[track]; }

    /// Whether both are pictures over one ground, by one radar, about the same airspaces: their maps are equal then.
    bool has_map_of(const Replay& other) const;

    /// The track of that id.
    std::optional<std::size_t> track_of(const std::string& id) const;
    const CallSound* call_sound(std::size_t call) const;  ///< null where none is known
    std::optional<Angle> declination() const { return options_.declination; }

private:
    Replay(Scenario scenario, std::shared_ptr<const OwnedGround> ground);
    static std::unique_ptr<Replay> make_on(Scenario scenario, std::shared_ptr<const OwnedGround> ground,
                                           Diagnostics& diagnostics);
    static std::unique_ptr<Replay> make_from_plots(Scenario scenario, std::shared_ptr<const OwnedGround> ground,
                                                   std::vector<Track> plots, Diagnostics& diagnostics);
    bool fly(Diagnostics& diagnostics);
    void find_moments();
    void find_sides();
    void find_concerned();
    void place_radar();
    void take_radar_of_scenario();

    Scenario scenario_;
    std::shared_ptr<const OwnedGround> ground_;
    Incident incident_;
    std::vector<std::unique_ptr<TrackOutlook>> outlooks_;
    ScopeRadar radar_;
    std::vector<const Track*> plots_;  ///< of the radar, by track; null where it has none
    LonLat first_centre_;
    double first_range_m_ = 0;
    std::vector<Moment> moments_;
    std::vector<std::size_t> concerned_;
    std::vector<std::string> sides_;
    std::vector<std::size_t> side_of_track_, account_of_track_;
    ReplayOptions options_;
};

}  // namespace incursion
