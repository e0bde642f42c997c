#include "sim/io/nmea_format.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/io/bad_rows.h"
#include "sim/io/chosen_altitude.h"
#include "sim/io/day_clock.h"
#include "sim/io/nmea_dates.h"
#include "sim/io/nmea_epoch.h"
#include "sim/io/nmea_sentence.h"
#include "sim/io/piece_writer.h"
#include "sim/io/text_lines.h"

namespace incursion {

namespace {

using std::chrono::sys_days;

constexpr std::string_view bad_checksum_kind = "sentences with a wrong checksum";

// So many fixes before the first date are kept for it: a day of ten a second.
constexpr std::size_t most_undated = 864'000;

/// A fix that waits for the first date; its time counts from the log's first day.
struct UndatedFix {
    Fix fix;
    std::int64_t line = 0;
};

class NmeaReader {
public:
    NmeaReader(const InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics)
        : writer_{sink},
          altitude_{options, AltitudeDatum::msl},
          dates_{input.name(), diagnostics},
          options_{options},
          file_{input.name()},
          diagnostics_{diagnostics}
    {
        writer_.begin("", altitude_.datum());
    }

    bool is_wanted() const { return writer_.is_wanted(); }

    void read(std::string_view line, std::int64_t number)
    {
        NmeaSentence sentence;
        switch (find_nmea_sentence(line, sentence)) {
        case NmeaLine::other: return;
        case NmeaLine::bad_checksum:
            writer_.problems().add(bad_checksum_kind, number, "the checksum is not that of the sentence; dropped");
            return;
        case NmeaLine::broken:
            writer_.problems().add(unreadable_record_kind, number, "the sentence holds what none may hold; dropped");
            return;
        case NmeaLine::sentence: break;
        }
        std::optional<Duration> time;
        if (!concerns_fix(sentence, time))
            return;
        if (std::exchange(has_checksums_, has_checksums_ || sentence.has_checksum) && !sentence.has_checksum) {
            writer_.problems().add(unreadable_record_kind, number,
                                   "the sentence has no checksum, as others have: it is cut off; dropped");
            return;
        }
        take(sentence, time, number);
    }

    void finish()
    {
        close();
        for (const UndatedFix& each : undated_)
            tell_undated(each.line);
        writer_.finish();
        altitude_.tell(options_, file_, diagnostics_);
        note("fixes that are not valid (quality 0, status V) are left out: {}", void_);
        note("fixes that are estimated, typed in or simulated (quality 6, 7, 8) are read like others: {}", unmeasured_);
    }

private:
    void take(const NmeaSentence& sentence, std::optional<Duration> time, std::int64_t line)
    {
        // Until a receiver has a fix, it may not know the time.
        if (!time) {
            NmeaEpoch alone;
            RowProblems untold;
            add_to_epoch(sentence, line, alone, untold);
            if (alone.place)
                writer_.problems().add(bad_time_kind, line, "the sentence has no time of day; dropped");
            void_ += alone.is_void ? 1 : 0;
            return;
        }
        const bool is_clock = sentence.type == "ZDA";
        const bool is_same =
            is_clock ? epoch_.time && second_of(*epoch_.time) == second_of(*time) : epoch_.time == time;
        if (!is_same) {
            close();
            epoch_.time = time;
        }
        const auto had_day = epoch_.day;
        add_to_epoch(sentence, line, epoch_, writer_.problems());
        if (epoch_.day && epoch_.day != had_day) {
            dates_.look_at(*epoch_.day, last_date_ ? &*last_date_ : nullptr, sentence.talker, line);
            last_date_ = epoch_.day;
        }
    }

    static std::chrono::seconds second_of(Duration time) { return std::chrono::floor<std::chrono::seconds>(time); }

    /// The epoch is complete.
    void close()
    {
        NmeaEpoch epoch = std::exchange(epoch_, {});
        if (epoch.is_void && epoch.time)
            ++void_;
        const bool is_fix = epoch.place && !epoch.is_void;
        if (!epoch.time || (!is_fix && !epoch.day))
            return;
        const std::chrono::days day{clock_.day_of(*epoch.time)};
        if (epoch.day)
            set_first_day(*epoch.day - day);
        if (is_fix)
            add(epoch, day);
    }

    /// A date is known: that on which the clock began to count days.
    void set_first_day(sys_days first)
    {
        const bool was_known = first_day_.has_value();
        first_day_ = first;
        if (was_known)
            return;
        for (const UndatedFix& each : std::exchange(undated_, {}))
            write(each);
    }

    void add(const NmeaEpoch& epoch, std::chrono::days day)
    {
        unmeasured_ += epoch.is_measured ? 0 : 1;
        const UndatedFix fix{{Time{day + *epoch.time}, *epoch.place, altitude_.of(epoch.altitudes), epoch.accuracy_m},
                             epoch.line};
        if (first_day_)
            write(fix);
        else if (undated_.size() < most_undated)
            undated_.push_back(fix);
        else
            tell_undated(fix.line);
    }

    void write(UndatedFix dated)
    {
        dated.fix.time += first_day_->time_since_epoch();
        writer_.add(dated.fix, dated.line);
    }

    void tell_undated(std::int64_t line)
    {
        writer_.problems().add(no_time_kind, line, "no sentence tells the date (RMC, ZDA); dropped");
    }

    void note(fmt::format_string<std::int64_t&> message, std::int64_t count)
    {
        if (count > 0)
            diagnostics_.note(file_, std::nullopt, "", fmt::format(message, count));
    }

    PieceWriter writer_;
    ChosenAltitude altitude_;
    NmeaDates dates_;
    const TrackReadOptions& options_;
    const std::string& file_;
    Diagnostics& diagnostics_;
    bool has_checksums_ = false;
    NmeaEpoch epoch_;
    DayClock clock_;
    std::optional<sys_days> first_day_, last_date_;
    std::vector<UndatedFix> undated_;
    std::int64_t void_ = 0, unmeasured_ = 0;
};

}  // namespace

bool fits_nmea(std::string_view ending, std::string_view start)
{
    if (ending == ".nmea")
        return true;
    int sentences = 0, alike = 0, lines = 0;
    while (!start.empty()) {
        const std::size_t end = std::min(start.find('\n'), start.size());
        const std::string_view line = start.substr(0, end);
        NmeaSentence sentence;
        const bool is_sentence = find_nmea_sentence(line, sentence) == NmeaLine::sentence;
        sentences += is_sentence ? 1 : 0;
        alike += is_sentence || line.starts_with("$P") || line.starts_with('!') ? 1 : 0;
        ++lines;
        start.remove_prefix(std::min(end + 1, start.size()));
    }
    // One may stand anywhere, as in a remark.
    return sentences > 0 && 2 * alike >= lines;
}

void read_nmea(InputBytes& input, const TrackReadOptions& options, TrackSink& sink, Diagnostics& diagnostics)
{
    NmeaReader reader{input, options, sink, diagnostics};
    TextLines lines{input};
    while (reader.is_wanted())
        if (const auto line = lines.next())
            reader.read(*line, lines.number());
        else
            break;
    reader.finish();
    if (lines.problem())
        diagnostics.error(input.name(), std::nullopt, "", *lines.problem());
}

}  // namespace incursion
