#include "sim/io/ogr_table_fields.h"

#include <array>
#include <cassert>
#include <cmath>
#include <string_view>

#include <cpl_string.h>

#include "sim/io/ogr_session.h"
#include "sim/io/write_time.h"

namespace incursion {

namespace {

/// OGR's flag for UTC (ogr_core.h).
constexpr int utc_zone_flag = 100;

bool has_word(const char* words, const char* word)
{
    return CPLStringList{CSLTokenizeString(words == nullptr ? "" : words)}.FindString(word) >= 0;
}

/// `entry_time` is beside `entry_datetime`, `start` beside `start_datetime`.
std::string datetime_name(std::string_view name)
{
    constexpr std::string_view ending = "_time";
    if (name.ends_with(ending))
        name.remove_suffix(ending.size());
    return std::string{name} + "_datetime";
}

void set_datetime(OGRFeature& feature, int field, Time time)
{
    using namespace std::chrono;
    const sys_days day = floor<days>(time);
    const year_month_day date{day};
    // Whole milliseconds, rounded down: more would be written as the next minute's sixtieth second.
    const hh_mm_ss clock{floor<milliseconds>(time) - sys_time<milliseconds>{day}};
    const auto second =
        static_cast<float>(clock.seconds().count()) + static_cast<float>(clock.subseconds().count()) / 1000;
    feature.SetField(field, static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                     static_cast<int>(static_cast<unsigned>(date.day())), static_cast<int>(clock.hours().count()),
                     static_cast<int>(clock.minutes().count()), second, utc_zone_flag);
}

/// Sets one field of a feature from a cell.
struct SetCell {
    OGRFeature& feature;
    int field;

    void operator()(std::monostate) const { feature.SetFieldNull(field); }
    void operator()(std::string_view text) const { feature.SetField(field, std::string{text}.c_str()); }
    void operator()(double number) const
    {
        if (std::isfinite(number))
            feature.SetField(field, number);
        else
            feature.SetFieldNull(field);
    }
    void operator()(std::int64_t number) const { feature.SetField(field, GIntBig{number}); }
    void operator()(bool value) const { feature.SetField(field, value ? 1 : 0); }
    void operator()(Time time) const
    {
        std::array<char, longest_time_text + 1> text{};
        *write_time(text.data(), time) = '\0';
        feature.SetField(field, text.data());
    }
};

}  // namespace

OgrTableFields::OgrTableFields(std::span<const TableColumn> columns, const std::string& format)
    : columns_{columns.begin(), columns.end()}, datetimes_{format == "GPKG" || format == "FlatGeobuf"}
{
    register_ogr_drivers();
    GDALDriver& driver = *GetGDALDriverManager()->GetDriverByName(format.c_str());
    integers_of_64_bits_ = has_word(driver.GetMetadataItem(GDAL_DMD_CREATIONFIELDDATATYPES), "Integer64");
    booleans_ = has_word(driver.GetMetadataItem(GDAL_DMD_CREATIONFIELDDATASUBTYPES), "Boolean");
}

std::vector<std::unique_ptr<OGRFieldDefn>> OgrTableFields::definitions() const
{
    std::vector<std::unique_ptr<OGRFieldDefn>> list;
    const auto add = [&](const std::string& name, OGRFieldType type) {
        list.push_back(std::make_unique<OGRFieldDefn>(name.c_str(), type));
    };
    for (const TableColumn& column : columns_) {
        switch (column.type) {
        case CellType::text:
        case CellType::time: add(column.name, OFTString); break;
        case CellType::real: add(column.name, OFTReal); break;
        case CellType::integer: add(column.name, integers_of_64_bits_ ? OFTInteger64 : OFTReal); break;
        case CellType::boolean:
            add(column.name, OFTInteger);
            if (booleans_)
                list.back()->SetSubType(OFSTBoolean);
            break;
        }
        if (has_datetime(column))
            add(datetime_name(column.name), OFTDateTime);
    }
    return list;
}

void OgrTableFields::set(OGRFeature& feature, std::span<const TableCell> cells,
                         std::span<const std::optional<int>> places) const
{
    assert(cells.size() == columns_.size());
    std::size_t at = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (const std::optional<int> place = places[at++])
            std::visit(SetCell{feature, *place}, cells[i]);
        if (!has_datetime(columns_[i]))
            continue;
        const std::optional<int> place = places[at++];
        if (place && std::holds_alternative<Time>(cells[i]))
            set_datetime(feature, *place, std::get<Time>(cells[i]));
        else if (place)
            feature.SetFieldNull(*place);
    }
}

}  // namespace incursion
