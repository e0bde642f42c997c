#include "sim/io/igc_format.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/io/bad_rows.h"
#include "sim/io/chosen_altitude.h"
#include "sim/io/day_clock.h"
#include "sim/io/igc_record.h"
#include "sim/io/piece_writer.h"
#include "sim/io/text_lines.h"

namespace incursion {

namespace {

/// What one file says in its head.
struct IgcHead {
    std::string glider, competition;
    IgcExtensions extensions;
    std::optional<AltitudeDatum> pressure_field = AltitudeDatum::pressure;
    std::optional<AltitudeDatum> gnss_field = AltitudeDatum::ellipsoid;
};

/// A fix whose altitude is yet to be chosen: that depends on all that follow.
struct IgcRow {
    Fix fix;
    Altitudes altitudes;
    std::int64_t line = 0;
    std::size_t id = 0;  ///< among the ids in the order of the input
};

std::optional<double>& altitude_of(Altitudes& altitudes, AltitudeDatum datum)
{
    return datum == AltitudeDatum::msl        ? altitudes.msl_m
           : datum == AltitudeDatum::pressure ? altitudes.pressure_m
                                              : altitudes.ellipsoid_m;
}

/// What is known of somebody's name: `NIL` and `NKN` are words of the specification (A3.2).
std::string known_name(std::string_view value)
{
    return value == "NIL" || value == "NKN" ? std::string{} : std::string{value};
}

/// Zeros in a whole file are what a recorder writes that has no such sensor.
struct IgcHas {
    bool msl = false, pressure = false, ellipsoid = false;

    bool& of(AltitudeDatum datum)
    {
        return datum == AltitudeDatum::msl ? msl : datum == AltitudeDatum::pressure ? pressure : ellipsoid;
    }
};

class IgcReader {
public:
    IgcReader(const InputBytes& input, Diagnostics& diagnostics, RowProblems& problems)
        : file_{input.name()}, diagnostics_{diagnostics}, problems_{problems}
    {
    }

    void read(std::string_view record, std::int64_t line)
    {
        switch (record.empty() ? '\0' : record.front()) {
        case 'A':
            head_ = {};
            last_place_.reset();
            break;
        case 'H':
            if (const auto header = igc_header(record))
                read_header(*header, record, line);
            break;
        case 'I':
            if (const auto extensions = igc_extensions(record))
                head_.extensions = *extensions;
            else
                problems_.add(unreadable_record_kind, line, "the I record is none; its extensions are not read");
            break;
        case 'B':
            if (const auto fix = igc_fix(record, head_.extensions, line, problems_))
                add(*fix, line);
            break;
        default: break;
        }
    }

    /// All rows, once the last record is read.
    void hand_on(const TrackReadOptions& options, TrackSink& sink)
    {
        ChosenAltitude chosen{options, usual_datum()};
        const bool is_instead = !options.altitude && !has_.pressure && (has_.ellipsoid || has_.msl);
        if (is_instead)
            diagnostics_.note(file_, std::nullopt, "",
                              fmt::format("it has no pressure altitudes; others are read, of the datum `{}`",
                                          name_of(chosen.datum())));
        PieceWriter writer{sink};
        for (IgcRow& row : rows_) {
            drop_what_is_not_there(row.altitudes);
            row.fix.altitude_m = chosen.of(row.altitudes);
            writer.begin(ids_[row.id], chosen.datum());
            if (!writer.add(row.fix, row.line))
                break;
        }
        writer.finish();
        chosen.tell(options, file_, diagnostics_);
        if (without_gnss_ > 0)
            diagnostics_.note(file_, std::nullopt, "",
                              fmt::format("records without GNSS data (validity V at the place before, or at zero) are "
                                          "no fixes and are left out: {}",
                                          without_gnss_));
    }

private:
    void read_header(const IgcHeader& header, std::string_view record, std::int64_t line)
    {
        if (header.code == "DTE") {
            read_date(record, line);
        } else if (header.code == "GID") {
            head_.glider = known_name(header.value);
        } else if (header.code == "CID") {
            head_.competition = known_name(header.value);
        } else if (header.code == "ALG") {
            head_.gnss_field = header.value.starts_with("GEO") ? std::optional{AltitudeDatum::msl}
                               : header.value == "NIL"         ? std::nullopt
                                                               : std::optional{AltitudeDatum::ellipsoid};
        } else if (header.code == "ALP") {
            head_.pressure_field = header.value == "MSL"   ? std::optional{AltitudeDatum::msl}
                                   : header.value == "NIL" ? std::nullopt
                                                           : std::optional{AltitudeDatum::pressure};
        } else if (header.code == "DTM" && !header.value.empty() && !header.value.starts_with("NKN") &&
                   header.value.find("84") == std::string_view::npos) {
            diagnostics_.warning(
                file_, static_cast<int>(line), "",
                fmt::format("positions are of the datum '{}', but are read as WGS-84", header.value.substr(0, 40)));
        }
    }

    void read_date(std::string_view record, std::int64_t line)
    {
        const auto date = igc_date(record);
        if (!date) {
            problems_.add(unreadable_record_kind, line,
                          fmt::format("'{}' tells no date; the one before holds on", record.substr(0, 40)));
            return;
        }
        if (date == date_ && clock_.has_passed_midnight())
            return;
        date_ = date;
        clock_.restart();
    }

    void add(const IgcFix& fix, std::int64_t line)
    {
        if (!date_) {
            problems_.add(no_time_kind, line, "no record with a date (HFDTE) stands before this fix; dropped");
            return;
        }
        const Time time = *date_ + std::chrono::days{clock_.day_of(fix.time)} + fix.time;
        const bool is_known_place = last_place_ == fix.place || fix.place == LonLat{0, 0};
        if (!fix.is_3d && is_known_place) {
            ++without_gnss_;
            return;
        }
        last_place_ = fix.place;
        IgcRow row{{time, fix.place, std::nullopt, fix.accuracy_m}, {}, line, id()};
        if (head_.gnss_field && fix.is_3d)
            take(fix.gnss_m, *head_.gnss_field, row.altitudes);
        if (head_.pressure_field)
            take(fix.pressure_m, *head_.pressure_field, row.altitudes);
        rows_.push_back(row);
    }

    void take(double altitude_m, AltitudeDatum datum, Altitudes& altitudes)
    {
        std::optional<double>& altitude = altitude_of(altitudes, datum);
        // A sensor that is not there does not hide the other one.
        if (!altitude || altitude_m != 0)
            altitude = altitude_m;
        has_.of(datum) = has_.of(datum) || altitude_m != 0;
    }

    void drop_what_is_not_there(Altitudes& altitudes)
    {
        for (const AltitudeDatum datum : {AltitudeDatum::msl, AltitudeDatum::pressure, AltitudeDatum::ellipsoid})
            if (!has_.of(datum))
                altitude_of(altitudes, datum).reset();
    }

    AltitudeDatum usual_datum() const
    {
        return has_.pressure || (!has_.ellipsoid && !has_.msl) ? AltitudeDatum::pressure
               : has_.ellipsoid                                ? AltitudeDatum::ellipsoid
                                                               : AltitudeDatum::msl;
    }

    std::size_t id()
    {
        const std::string& id = head_.glider.empty() ? head_.competition : head_.glider;
        if (ids_.empty() || ids_.back() != id)
            ids_.push_back(id);
        return ids_.size() - 1;
    }

    const std::string& file_;
    Diagnostics& diagnostics_;
    RowProblems& problems_;
    IgcHead head_;
    std::optional<std::chrono::sys_days> date_;
    DayClock clock_;
    std::optional<LonLat> last_place_;
    std::vector<IgcRow> rows_;
    std::vector<std::string> ids_;
    IgcHas has_;
    std::int64_t without_gnss_ = 0;
};

/// Does a line of the text begin so?
bool has_line(std::string_view text, std::string_view beginning)
{
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at).starts_with(beginning))
            return true;
        at = std::min(text.find('\n', at), text.size() - 1) + 1;
    }
    return false;
}

}  // namespace

bool fits_igc(std::string_view ending, std::string_view start)
{
    if (start.empty() || start.find('\0') != std::string_view::npos)
        return false;
    // Some recorders begin with an empty line or with a C record.
    return has_line(start, "HFDTE") || has_line(start, "HODTE") || has_line(start, "HPDTE") ||
           (ending == ".igc" && std::string_view{"<{["}.find(start.front()) == std::string_view::npos);
}

void read_igc(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics)
{
    IgcReader reader{input, diagnostics, sink.problems()};
    TextLines lines{input};
    while (const auto record = lines.next())
        reader.read(*record, lines.number());
    reader.hand_on(options, sink);
    if (lines.problem())
        diagnostics.error(input.name(), std::nullopt, "", *lines.problem());
}

}  // namespace incursion
