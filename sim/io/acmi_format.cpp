#include "sim/io/acmi_format.h"

#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "sim/io/acmi_lines.h"
#include "sim/io/acmi_objects.h"
#include "sim/io/acmi_record.h"
#include "sim/io/bad_rows.h"
#include "sim/io/csv_time.h"
#include "sim/io/text_cells.h"

namespace incursion {

namespace {

constexpr std::string_view acmi_file_type = "FileType=text/acmi/";

class AcmiReader {
public:
    AcmiReader(InputBytes& input, TrackSink& sink, Diagnostics& diagnostics)
        : lines_{input}, objects_{sink}, problems_{sink.problems()}, file_{input.name()}, diagnostics_{diagnostics}
    {
    }

    void read()
    {
        if (!read_header())
            return;
        while (objects_.is_wanted() && !failed_ && lines_.next())
            read_line();
        end_frame();
        objects_.finish();
        if (lines_.problem())
            diagnostics_.error(file_, std::nullopt, "", *lines_.problem());
        if (objects_.left_out() > 0)
            diagnostics_.note(
                file_, std::nullopt, "",
                fmt::format("objects that stand still by their Type (Static) are not read: {}", objects_.left_out()));
    }

private:
    void fail(std::string message)
    {
        failed_ = true;
        diagnostics_.error(file_, static_cast<int>(lines_.line()), "", std::move(message));
    }

    /// The two lines that every recording begins with.
    bool read_header()
    {
        if (!lines_.next() || trimmed(lines_.text()) != "FileType=text/acmi/tacview")
            fail("this is no text recording of Tacview; its first line has to be FileType=text/acmi/tacview");
        else if (!lines_.next() || !trimmed(lines_.text()).starts_with("FileVersion=2."))
            fail("the version of the recording is not 2; open it in Tacview and save it anew");
        return !failed_;
    }

    void read_line()
    {
        const std::string_view text = trimmed(lines_.text());
        if (text.empty() || text.starts_with("//"))
            return;
        if (lines_.is_too_long())
            problems_.add(unreadable_kind, lines_.line(), "the line is longer than a megabyte; dropped");
        else if (text.front() == '#')
            begin_frame(text.substr(1));
        else if (text.front() == '-')
            remove(text.substr(1));
        else
            read_properties(text);
    }

    void begin_frame(std::string_view seconds)
    {
        end_frame();
        constexpr int nanoseconds_of_seconds = 9;
        const auto after = scaled_decimal(trimmed(seconds), nanoseconds_of_seconds);
        has_time_ = after.has_value();
        after_ = Duration{after.value_or(0)};
        if (!after)
            problems_.add(
                bad_time_kind, lines_.line(),
                fmt::format("'{}' is no time of a frame in seconds; what it holds is dropped", seconds.substr(0, 40)));
    }

    /// The instant of the frame. Nothing where it is unknown or beyond what instants reach.
    std::optional<Time> frame_time() const
    {
        const bool fits = reference_->time_since_epoch().count() >= 0 ? after_ <= Time::max() - *reference_
                                                                      : after_ >= Time::min() - *reference_;
        return has_time_ && fits ? std::optional{*reference_ + after_} : std::nullopt;
    }

    void end_frame()
    {
        if (!objects_.has_moved() || failed_)
            return;
        if (!reference_)
            return fail("no ReferenceTime says when the recording begins, so its positions have no time; add a line "
                        "0,ReferenceTime=2011-06-02T05:00:00Z before them");
        if (const auto time = frame_time())
            objects_.end_frame(*time, reference_place_);
        else
            objects_.drop_frame();
    }

    void remove(std::string_view text)
    {
        // What it did in this frame comes first.
        end_frame();
        if (const auto id = parse_acmi_id(text))
            objects_.remove(*id);
        else
            tell_bad_id(text);
    }

    void tell_bad_id(std::string_view text)
    {
        problems_.add(unreadable_kind, lines_.line(),
                      fmt::format("'{}' is no id of an object in hexadecimal; dropped", text.substr(0, 40)));
    }

    void read_properties(std::string_view text)
    {
        const std::size_t comma = text.find(',');
        const auto id = parse_acmi_id(text.substr(0, comma));
        if (!id)
            return tell_bad_id(text.substr(0, comma));
        AcmiProperties properties{comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1)};
        while (properties.next()) {
            if (*id == 0)
                read_global(properties);
            else if (properties.name() == "T")
                read_transform(*id, properties);
            else
                objects_.set_text(*id, properties.name(), properties.value());
        }
    }

    void read_transform(std::uint64_t id, const AcmiProperties& properties)
    {
        const auto transform = parse_acmi_transform(properties.raw_value());
        const bool is_cut = !lines_.has_end() && properties.is_last();
        if (is_cut && (!transform || transform->count < transform->fields.size()))
            problems_.add(unreadable_kind, lines_.line(), "the file ends in the middle of a position; dropped");
        else if (!transform)
            problems_.add(bad_number_kind, lines_.line(),
                          fmt::format("'{}' is no longitude, latitude and altitude; dropped",
                                      properties.raw_value().substr(0, 60)));
        else
            objects_.move(id, *transform, lines_.line());
        if (is_cut && transform && transform->count == transform->fields.size())
            diagnostics_.warning(file_, static_cast<int>(lines_.line()), "",
                                 "the file ends without a line end, so its last altitude may be cut off");
    }

    void read_global(const AcmiProperties& properties)
    {
        if (properties.name() == "ReferenceTime") {
            const std::string value = properties.value();
            const auto time = parse_time_text(value, true);
            if (time)
                reference_ = *time;
            else
                fail("the ReferenceTime is no instant: " + time.problem());
        } else if (properties.name() == "ReferenceLongitude") {
            read_degrees(properties, reference_place_.lon_deg);
        } else if (properties.name() == "ReferenceLatitude") {
            read_degrees(properties, reference_place_.lat_deg);
        }
    }

    void read_degrees(const AcmiProperties& properties, double& degrees)
    {
        if (const auto number = parse_decimal_number(properties.raw_value()))
            degrees = *number;
        else
            fail(fmt::format("the {} '{}' is no number of degrees, so nobody knows where objects are",
                             properties.name(), properties.raw_value().substr(0, 40)));
    }

    AcmiLines lines_;
    AcmiObjects objects_;
    RowProblems& problems_;
    const std::string& file_;
    Diagnostics& diagnostics_;
    std::optional<Time> reference_;
    LonLat reference_place_{};
    Duration after_{};  ///< the frame's time behind the reference
    bool has_time_ = true;
    bool failed_ = false;
};

}  // namespace

bool fits_acmi(std::string_view, std::string_view start)
{
    return start.starts_with(acmi_file_type);
}

void read_acmi(InputBytes& input, const TrackReadOptions&, TrackSink& sink, Diagnostics& diagnostics)
{
    AcmiReader{input, sink, diagnostics}.read();
}

}  // namespace incursion
