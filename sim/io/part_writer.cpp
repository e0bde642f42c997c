#include "sim/io/part_writer.h"

#include <cmath>
#include <utility>

namespace incursion {

namespace {

/// One place at one instant, perhaps written with the longitudes of both sides of 180 degrees.
bool is_same_across(const Fix& a, const Fix& b)
{
    return a.time == b.time && a.place.lat_deg == b.place.lat_deg &&
           (a.place.lon_deg == b.place.lon_deg || std::abs(a.place.lon_deg - b.place.lon_deg) == 360);
}

}  // namespace

void PartWriter::begin_line(std::string name, AltitudeDatum datum)
{
    name_ = std::move(name);
    datum_ = datum;
    at_beginning_ = true;
    last_ = std::nullopt;
}

bool PartWriter::add(const Fix& fix, std::int64_t line)
{
    const auto before = std::exchange(last_, fix);
    if (std::exchange(at_beginning_, false)) {
        if (before && is_same_across(*before, fix))
            return writer_->is_wanted();
        writer_->begin(names_->next(name_), datum_);
    }
    return writer_->add(fix, line);
}

}  // namespace incursion
