#include "sim/io/csv_columns.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/base/units.h"
#include "sim/io/csv_names.h"
#include "sim/io/toml_spelling.h"

namespace incursion {

namespace {

// Beyond these a row is something else than a list of names.
constexpr std::size_t longest_name = 200;
constexpr std::size_t most_columns = 2000;

/// One entry of a mapping: `h:ft:pressure` is column h with two words.
struct Mapped {
    std::string column;
    std::vector<std::string> words;
};

Mapped split_mapping(std::string_view text, std::initializer_list<std::string_view> known_words)
{
    Mapped mapped{std::string{text}, {}};
    for (;;) {
        const std::size_t colon = mapped.column.rfind(':');
        if (colon == std::string::npos)
            return mapped;
        const std::string word = mapped.column.substr(colon + 1);
        if (std::find(known_words.begin(), known_words.end(), word) == known_words.end())
            return mapped;
        mapped.words.insert(mapped.words.begin(), word);
        mapped.column.resize(colon);
    }
}

std::optional<double> metres_of(const std::vector<std::string>& words)
{
    std::optional<double> metres;
    for (const std::string& word : words)
        if (word == "m" || word == "ft")
            metres = word == "m" ? 1 : metres_per_foot;
    return metres;
}

std::optional<AltitudeDatum> datum_of(const std::vector<std::string>& words)
{
    for (const std::string& word : words)
        for (const auto datum : {AltitudeDatum::msl, AltitudeDatum::ellipsoid, AltitudeDatum::pressure})
            if (word == name_of(datum))
                return datum;
    return std::nullopt;
}

int preference_of(AltitudeDatum datum)
{
    return datum == AltitudeDatum::msl ? 0 : datum == AltitudeDatum::ellipsoid ? 1 : 2;
}

class ColumnFinder {
public:
    ColumnFinder(const std::vector<std::string_view>& header, const std::map<std::string, std::string>& mapping,
                 const std::string& file, int line, Diagnostics& diagnostics, std::optional<AltitudeDatum> altitude,
                 GeometryHolds geometry)
        : mapping_{mapping},
          file_{file},
          line_{line > 0 ? std::optional{line} : std::nullopt},
          diagnostics_{diagnostics},
          altitude_{altitude},
          geometry_{geometry}
    {
        for (const std::string_view name : header) {
            names_.emplace_back(name);
            plain_.push_back(plain_name(name));
        }
        const auto has = [&](const char* name) { return std::find(plain_.begin(), plain_.end(), name) != plain_.end(); };
        opensky_ = has("icao24") && (has("time_position") || has("last_contact"));
    }

    std::optional<TrackColumns> find()
    {
        TrackColumns columns;
        find_time(columns);
        if (geometry_ == GeometryHolds::nothing) {
            find_place("lon", "longitude", lon_names(), columns.lon);
            find_place("lat", "latitude", lat_names(), columns.lat);
        }
        find_altitudes(columns);
        columns.track = find_named("track", track_names());
        find_accuracy(columns);
        return failed_ ? std::nullopt : std::optional{std::move(columns)};
    }

private:
    void fail(std::string message)
    {
        failed_ = true;
        diagnostics_.error(file_, line_, "", std::move(message));
    }
    void note(std::string message) { diagnostics_.note(file_, line_, "", std::move(message)); }

    std::string all_names() const { return fmt::format("the columns are: {}", fmt::join(names_, ", ")); }

    /// The column that the mapping names for a role. An error where it names one that is not there.
    std::optional<std::size_t> mapped_column(const std::string& role, const Mapped& mapped)
    {
        auto found = std::find(names_.begin(), names_.end(), mapped.column);
        auto index = found - names_.begin();
        if (found == names_.end())
            index = std::find(plain_.begin(), plain_.end(), plain_name(mapped.column)) - plain_.begin();
        if (index < std::ssize(names_))
            return static_cast<std::size_t>(index);
        fail(fmt::format("there is no column '{}' for {}{}; {}", mapped.column, role,
                         did_you_mean(mapped.column, names_), all_names()));
        return std::nullopt;
    }

    const std::string* mapping_of(const std::string& role) const
    {
        const auto found = mapping_.find(role);
        return found == mapping_.end() ? nullptr : &found->second;
    }

    /// The best of ranked candidates; several of one rank are an error, of several ranks a note.
    std::optional<std::size_t> best_of(const char* what, std::vector<std::pair<int, std::size_t>> ranked)
    {
        if (ranked.empty())
            return std::nullopt;
        std::sort(ranked.begin(), ranked.end());
        const std::string& chosen = names_[ranked[0].second];
        if (ranked.size() > 1 && ranked[1].first == ranked[0].first)
            fail(fmt::format("'{}' and '{}' both look like the {}; name the right one in the column mapping", chosen,
                             names_[ranked[1].second], what));
        else if (ranked.size() > 1)
            note(fmt::format("the {} is read from '{}', not from '{}'", what, chosen, names_[ranked[1].second]));
        return ranked[0].second;
    }

    std::optional<std::size_t> find_named(const std::string& role, const std::vector<std::string>& usual)
    {
        if (const std::string* text = mapping_of(role))
            return mapped_column(role, {*text, {}});
        std::vector<std::pair<int, std::size_t>> ranked;
        for (std::size_t i = 0; i < plain_.size(); ++i)
            if (const auto place = std::find(usual.begin(), usual.end(), plain_[i]); place != usual.end())
                ranked.emplace_back(static_cast<int>(place - usual.begin()), i);
        return best_of(role.c_str(), std::move(ranked));
    }

    void find_place(const std::string& role, const char* what, const std::vector<std::string>& usual,
                    std::size_t& column)
    {
        const auto found = find_named(role, usual);
        if (found)
            column = *found;
        else if (mapping_of(role) == nullptr)
            fail(fmt::format("no column holds the {}; name one '{}', or map it; {}", what, role, all_names()));
    }

    void find_time(TrackColumns& columns)
    {
        std::optional<std::size_t> found;
        std::vector<std::string> words;
        if (const std::string* text = mapping_of("time")) {
            Mapped mapped = split_mapping(*text, {"s", "ms", "us", "ns", "utc"});
            found = mapped_column("time", mapped);
            words = std::move(mapped.words);
        } else {
            std::vector<std::pair<int, std::size_t>> ranked;
            for (std::size_t i = 0; i < plain_.size(); ++i)
                if (const auto name = time_name(plain_[i]))
                    ranked.emplace_back(name->rank, i);
            found = best_of("time", std::move(ranked));
            if (!found)
                fail(fmt::format("no column holds the time; name one 'time', or map it; {}", all_names()));
        }
        if (!found)
            return;
        columns.time = *found;
        const TimeName name = time_name(plain_[*found]).value_or(TimeName{});
        columns.time_cells = {name.power, name.utc};
        for (const std::string& word : words) {
            if (word == "utc")
                columns.time_cells.utc = true;
            else
                columns.time_cells.power = word == "s" ? 9 : word == "ms" ? 6 : word == "us" ? 3 : 0;
        }
    }

    void find_altitudes(TrackColumns& columns)
    {
        std::vector<std::string> without_unit;
        if (const std::string* text = mapping_of("alt")) {
            const Mapped mapped = split_mapping(*text, {"m", "ft", "msl", "pressure", "ellipsoid"});
            if (const auto found = mapped_column("alt", mapped))
                add_altitude(*found, mapped.words, altitude_name(plain_[*found], opensky_).value_or(AltitudeName{}),
                             columns, without_unit);
        } else {
            for (std::size_t i = 0; i < plain_.size(); ++i)
                if (const auto name = altitude_name(plain_[i], opensky_))
                    add_altitude(i, {}, *name, columns, without_unit);
        }
        std::stable_sort(columns.altitudes.begin(), columns.altitudes.end(), [](const auto& a, const auto& b) {
            return preference_of(a.datum) < preference_of(b.datum);
        });
        tell_without_unit(columns, without_unit);
        keep_asked_altitudes(columns);
    }

    void tell_without_unit(const TrackColumns& columns, const std::vector<std::string>& without_unit)
    {
        if (without_unit.empty())
            return;
        const std::string& name = without_unit.front();
        if (columns.altitudes.empty() && geometry_ != GeometryHolds::place_and_altitude)
            fail(fmt::format("the altitude column '{0}' tells no unit, and units are never guessed; name it '{0}_ft' or "
                             "'{0}_m', or map it with its unit (alt = \"{0}:ft\")", name));
        else
            note(fmt::format("the altitude column '{}' tells no unit and is not used", name));
    }

    void keep_asked_altitudes(TrackColumns& columns)
    {
        if (!altitude_ || columns.altitudes.empty())
            return;
        const std::string first = columns.altitudes.front().name;
        std::erase_if(columns.altitudes, [&](const MetreColumn& column) { return column.datum != *altitude_; });
        columns.other_altitudes = columns.altitudes.empty();
        if (columns.other_altitudes)
            note(fmt::format("no column has altitudes of the datum '{}' that was asked for; '{}' is not used",
                             name_of(*altitude_), first));
    }

    void add_altitude(std::size_t index, const std::vector<std::string>& words, const AltitudeName& name,
                      TrackColumns& columns, std::vector<std::string>& without_unit)
    {
        const auto given = metres_of(words);
        const auto metres = given ? given : name.metres;
        if (metres)
            columns.altitudes.push_back({index, *metres, datum_of(words).value_or(name.datum), names_[index]});
        else
            without_unit.push_back(names_[index]);
    }

    void find_accuracy(TrackColumns& columns)
    {
        const std::string* text = mapping_of("accuracy");
        const Mapped mapped = split_mapping(text != nullptr ? *text : "", {"m", "ft"});
        std::optional<std::size_t> found;
        if (text != nullptr) {
            found = mapped_column("accuracy", mapped);
        } else {
            const auto at = std::find_if(plain_.begin(), plain_.end(),
                                         [](const std::string& name) { return accuracy_name(name).has_value(); });
            if (at != plain_.end())
                found = static_cast<std::size_t>(at - plain_.begin());
        }
        if (!found)
            return;
        const auto given = metres_of(mapped.words);
        const auto metres = given ? given : accuracy_name(plain_[*found]).value_or(AccuracyName{}).metres;
        if (metres)
            columns.accuracy = MetreColumn{*found, *metres, AltitudeDatum::msl, names_[*found]};
        else
            diagnostics_.warning(file_, line_, "",
                                 fmt::format("the accuracy column '{0}' tells no unit and is not used; name it '{0}_m', "
                                             "or map it with its unit (accuracy = \"{0}:m\")", names_[*found]));
    }

    const std::map<std::string, std::string>& mapping_;
    const std::string& file_;
    std::optional<int> line_;
    Diagnostics& diagnostics_;
    std::optional<AltitudeDatum> altitude_;
    GeometryHolds geometry_;
    std::vector<std::string> names_;
    std::vector<std::string> plain_;
    bool opensky_ = false;
    bool failed_ = false;
};

}  // namespace

std::optional<TrackColumns> find_track_columns(const std::vector<std::string_view>& header,
                                               const std::map<std::string, std::string>& mapping,
                                               const std::string& file, int line, Diagnostics& diagnostics,
                                               std::optional<AltitudeDatum> altitude, GeometryHolds geometry)
{
    const bool long_name = std::any_of(header.begin(), header.end(),
                                       [](std::string_view name) { return name.size() > longest_name; });
    if (long_name || header.size() > most_columns) {
        diagnostics.error(file, line > 0 ? std::optional{line} : std::nullopt, "", "this is no header row; the first row must name the columns");
        return std::nullopt;
    }
    return ColumnFinder{header, mapping, file, line, diagnostics, altitude, geometry}.find();
}

}  // namespace incursion
