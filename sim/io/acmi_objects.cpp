#include "sim/io/acmi_objects.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "sim/io/bad_rows.h"

namespace incursion {

namespace {

constexpr std::size_t most_fixes_kept = 10'000;

/// Is it one of the words of a Type (`Ground+Static+Building`)?
bool has_tag(std::string_view type, std::string_view tag)
{
    while (!type.empty()) {
        const std::string_view word = type.substr(0, type.find('+'));
        if (word == tag)
            return true;
        type.remove_prefix(std::min(word.size() + 1, type.size()));
    }
    return false;
}

}  // namespace

AcmiObjects::Object& AcmiObjects::object_of(std::uint64_t id)
{
    Object*& object = alive_[id];
    if (object == nullptr) {
        object = objects_.emplace_back(std::make_unique<Object>()).get();
        object->id = id;
    }
    return *object;
}

void AcmiObjects::set_text(std::uint64_t id, std::string_view property, std::string value)
{
    if (property == "Type") {
        object_of(id).type = std::move(value);
        return;
    }
    const auto found = std::find(names_by.begin(), names_by.end(), property);
    if (found != names_by.end())
        object_of(id).names[static_cast<std::size_t>(found - names_by.begin())] = std::move(value);
}

void AcmiObjects::move(std::uint64_t id, const AcmiTransform& transform, std::int64_t line)
{
    Object& object = object_of(id);
    for (std::size_t i = 0; i < transform.fields.size(); ++i)
        if (transform.fields[i])
            object.position[i] = transform.fields[i];
    if (!std::exchange(object.moved, true))
        moved_.push_back(&object);
    object.line = line;
}

void AcmiObjects::end_frame(Time time, LonLat reference)
{
    for (Object* object : moved_) {
        object->moved = false;
        if (!object->named)
            name(*object);
        if (!object->left_out)
            add_fix(*object, time, reference);
    }
    moved_.clear();
    if (fixes_ >= most_fixes_kept)
        hand_on();
}

void AcmiObjects::drop_frame()
{
    for (Object* object : moved_) {
        object->moved = false;
        sink_->problems().add(no_time_kind, object->line, "the frame around it has no time; dropped");
    }
    moved_.clear();
}

void AcmiObjects::name(Object& object)
{
    object.named = true;
    object.left_out = has_tag(object.type, "Static");
    if (object.left_out) {
        ++left_out_;
        return;
    }
    const auto known =
        std::find_if(object.names.begin(), object.names.end(), [](const std::string& each) { return !each.empty(); });
    object.piece.id = names_.next(known != object.names.end() ? *known : fmt::format("{:x}", object.id));
    object.piece.datum = AltitudeDatum::msl;
}

void AcmiObjects::add_fix(Object& object, Time time, LonLat reference)
{
    const auto& [lon, lat, altitude] = object.position;
    if (!lon || !lat) {
        sink_->problems().add(
            no_position_kind, object.line,
            fmt::format("the longitude or latitude of object {:x} was never told; dropped", object.id));
        return;
    }
    const LonLat place{*lon + reference.lon_deg, *lat + reference.lat_deg};
    if (!is_possible(place, object.line, sink_->problems()))
        return;
    object.piece.fixes.push_back({time, place, altitude, std::nullopt});
    object.piece.lines.push_back(object.line);
    ++fixes_;
}

void AcmiObjects::remove(std::uint64_t id)
{
    alive_.erase(id);
}

void AcmiObjects::finish()
{
    hand_on();
}

void AcmiObjects::hand_on()
{
    for (const auto& object : objects_) {
        if (!wanted_ || object->piece.fixes.empty())
            continue;
        TrackPiece next{object->piece.id, object->piece.datum, {}, {}};
        std::swap(next, object->piece);
        wanted_ = sink_->take(std::move(next));
    }
    fixes_ = 0;
    std::erase_if(objects_, [&](const std::unique_ptr<Object>& object) {
        const auto found = alive_.find(object->id);
        return found == alive_.end() || found->second != object.get();
    });
}

}  // namespace incursion
