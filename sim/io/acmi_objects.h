#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sim/base/time.h"
#include "sim/io/acmi_record.h"
#include "sim/io/piece_writer.h"
#include "sim/io/track_piece.h"

namespace incursion {

/// The objects of a recording, and the tracks that they leave.
class AcmiObjects {
public:
    explicit AcmiObjects(TrackSink& sink) : sink_{&sink}, names_{""} {}

    /// Sets a property, as text, of the object with that id, which may be new.
    void set_text(std::uint64_t id, std::string_view property, std::string value);
    /// Moves it within the frame.
    void move(std::uint64_t id, const AcmiTransform& transform, std::int64_t line);
    /// True where an object has been moved since the last end of a frame.
    bool has_moved() const { return !moved_.empty(); }
    /// Ends the frame at `time`: each object that was moved in it gets a fix. `reference` is added to its longitude and
    /// latitude.
    void end_frame(Time time, LonLat reference);
    /// Ends a frame whose time is unknown: nobody knows when objects were there.
    void drop_frame();
    /// REQUIRES: the frame has ended.
    void remove(std::uint64_t id);
    /// Hands on what is left.
    void finish();

    bool is_wanted() const { return wanted_; }
    /// How many objects were left out as they stand still.
    long left_out() const { return left_out_; }

private:
    /// What a track is called by, best first.
    static constexpr std::array<std::string_view, 4> names_by{"CallSign", "Registration", "Pilot", "Name"};

    struct Object {
        std::uint64_t id = 0;
        std::array<std::string, names_by.size()> names{};
        std::string type{};
        std::array<std::optional<double>, 3> position{};  ///< longitude, latitude, altitude, as last told
        bool moved = false;
        std::int64_t line = 0;  ///< of its last move
        bool named = false, left_out = false;
        TrackPiece piece{};
    };

    Object& object_of(std::uint64_t id);
    void add_fix(Object& object, Time time, LonLat reference);
    void name(Object& object);
    void hand_on();

    TrackSink* sink_;
    PartNames names_;
    std::vector<std::unique_ptr<Object>> objects_;  ///< in the order of their appearance, removed ones until handed on
    std::unordered_map<std::uint64_t, Object*> alive_;  ///< looked up, never walked
    std::vector<Object*> moved_;                        ///< in this frame
    std::size_t fixes_ = 0;                             ///< that were not handed on
    long left_out_ = 0;
    bool wanted_ = true;
};

}  // namespace incursion
