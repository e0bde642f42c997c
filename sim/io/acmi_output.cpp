#include "sim/io/acmi_output.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <queue>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/io/text_output.h"
#include "sim/io/text_pieces.h"
#include "sim/io/track_losses.h"

namespace incursion {

namespace {

constexpr std::string_view zipped_ending = ".zip.acmi";

/// A text as the value of a property: commas, backslashes and line ends escaped.
std::string escaped_value(std::string_view value)
{
    fmt::memory_buffer clean;
    append_clean_text(clean, value);
    std::string escaped;
    for (const char c : std::string_view{clean.data(), clean.size()}) {
        if (c == ',' || c == '\\' || c == '\n')
            escaped += '\\';
        escaped += c;
    }
    return escaped;
}

/// One track as an object, with what was last written of it.
struct WrittenObject {
    const Track* track = nullptr;
    std::string id;  ///< hexadecimal
    bool with_heights = false;
    std::size_t next = 0;  ///< the fix to be written
    std::string lon, lat, alt;
};

/// The number, or nothing where it is what was there before.
void append_if_changed(fmt::memory_buffer& text, std::string& last, std::string now)
{
    if (now == last)
        return;
    append_piece(text, now);
    last = std::move(now);
}

void append_fix(fmt::memory_buffer& text, WrittenObject& object)
{
    const Fix& fix = object.track->fixes()[object.next];
    const LonLat place = written_place(fix.place);
    append_piece(text, object.id);
    append_piece(text, ",T=");
    append_if_changed(text, object.lon, decimal_text(place.lon_deg, place_decimals));
    text.push_back('|');
    append_if_changed(text, object.lat, decimal_text(place.lat_deg, place_decimals));
    text.push_back('|');
    if (object.with_heights)
        append_if_changed(text, object.alt, decimal_text(*fix.altitude_m, metre_decimals));
    if (object.next == 0) {
        const std::string name = escaped_value(object.track->id());
        fmt::format_to(fmt::appender{text}, ",Type=Air+FixedWing,Name={0},CallSign={0}", name);
    }
    text.push_back('\n');
    ++object.next;
    // Without the event Tacview takes it for shot down.
    if (object.next == object.track->fixes().size())
        fmt::format_to(fmt::appender{text}, "0,Event=LeftArea|{0}|\n-{0}\n", object.id);
}

/// Seconds with the digits that they need.
void append_frame(fmt::memory_buffer& text, Duration after)
{
    const auto whole = std::chrono::floor<std::chrono::seconds>(after);
    fmt::format_to(fmt::appender{text}, "#{}", whole.count());
    if (after != whole) {
        std::string decimals = fmt::format(".{:09}", (after - whole).count());
        decimals.erase(decimals.find_last_not_of('0') + 1);
        append_piece(text, decimals);
    }
    text.push_back('\n');
}

/// What comes next, of all objects: by time, then in their order.
struct NextFix {
    Time time;
    std::size_t object;
    bool operator>(const NextFix& other) const
    {
        return time != other.time ? time > other.time : object > other.object;
    }
};

std::optional<Problem> append_frames(TextOutput& output, std::vector<WrittenObject>& objects, Time reference)
{
    std::priority_queue<NextFix, std::vector<NextFix>, std::greater<>> queue;
    for (std::size_t i = 0; i < objects.size(); ++i)
        queue.push({objects[i].track->fixes().front().time, i});
    std::optional<Time> frame;
    while (!queue.empty()) {
        const NextFix next = queue.top();
        queue.pop();
        if (next.time != frame)
            append_frame(output.text(), next.time - reference);
        frame = next.time;
        WrittenObject& object = objects[next.object];
        append_fix(output.text(), object);
        if (object.next < object.track->fixes().size())
            queue.push({object.track->fixes()[object.next].time, next.object});
        if (auto problem = output.write_if_full())
            return problem;
    }
    return std::nullopt;
}

std::vector<WrittenObject> objects_of(const TableTarget& target, std::span<const Track> tracks,
                                      Diagnostics& diagnostics)
{
    std::vector<WrittenObject> objects;
    for (const Track& track : tracks) {
        if (track.fixes().empty())
            continue;
        const bool some = has_heights_to_write(track);
        const std::size_t without = fixes_without_altitude(track);
        if (some && without > 0)
            diagnostics.warning(
                target.path, std::nullopt, "",
                fmt::format("{} of {} fixes of track '{}' have no altitude, which ACMI cannot say; none of its "
                            "altitudes is written",
                            without, track.fixes().size(), track.id()));
        objects.push_back({&track, fmt::format("{:x}", objects.size() + 1), some && without == 0, 0, "", "", ""});
    }
    return objects;
}

Time reference_of(const std::vector<WrittenObject>& objects)
{
    std::optional<Time> first;
    for (const WrittenObject& object : objects)
        first = std::min(first.value_or(Time::max()), object.track->fixes().front().time);
    return std::chrono::floor<std::chrono::seconds>(first.value_or(Time{}));
}

/// The name of the text within a zip; empty where the path asks for none.
std::string member_of(const std::string& path)
{
    std::string name = std::filesystem::path{path}.filename().string();
    std::string lower = name;
    for (char& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (!lower.ends_with(zipped_ending))
        return "";
    name.resize(name.size() - zipped_ending.size());
    return (name.empty() ? "flight" : name) + ".txt.acmi";
}

}  // namespace

std::optional<Problem> write_acmi(const TableTarget& target, std::span<const Track> tracks, Diagnostics& diagnostics)
{
    auto made = TextOutput::create(target, member_of(target.path));
    if (!made)
        return Problem{made.problem()};
    TextOutput output = std::move(made).value();
    std::vector<WrittenObject> objects = objects_of(target, tracks, diagnostics);
    const Time reference = reference_of(objects);
    constexpr std::size_t whole_seconds = std::string_view{"2015-11-24T07:24:05"}.size();
    fmt::format_to(fmt::appender{output.text()},
                   "\xEF\xBB\xBF"
                   "FileType=text/acmi/tacview\nFileVersion=2.2\n0,ReferenceTime={}Z\n0,DataRecorder=Incursion\n",
                   format_time(reference).substr(0, whole_seconds));
    if (auto problem = append_frames(output, objects, reference))
        return problem;
    tell_losses(target, "ACMI", tracks, diagnostics);
    return output.finish();
}

}  // namespace incursion
