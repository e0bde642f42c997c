#include "sim/batch/track_findings.h"

#include <cstring>
#include <optional>
#include <type_traits>

namespace incursion {

namespace {

class Encoder {
public:
    explicit Encoder(std::string& bytes) : bytes_{bytes} {}

    template <class T>
    void put(const T& value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        char raw[sizeof value];
        std::memcpy(raw, &value, sizeof value);
        bytes_.append(raw, sizeof value);
    }
    void put(std::string_view text)
    {
        put(static_cast<std::uint32_t>(text.size()));
        bytes_.append(text);
    }
    void put(const std::optional<double>& value)
    {
        put(value.has_value());
        put(value.value_or(0));
    }
    void put(const VisitEnd& end)
    {
        put(end.time);
        put(end.place);
        put(end.altitude_m);
        put(end.by);
        put(end.error_s);
    }
    void put(const FoundVisit& found)
    {
        put(found.airspace);
        put(found.visit.foreign);
        put(found.visit.entry);
        put(found.visit.exit);
        put(found.visit.path_m);
        put(found.visit.max_depth_m);
        put(found.visit.max_depth_time);
        put(static_cast<std::uint32_t>(found.path.size()));
        for (const PathPoint& point : found.path) {
            put(point.time);
            put(point.place);
            put(point.altitude_m);
        }
    }

private:
    std::string& bytes_;
};

class Decoder {
public:
    explicit Decoder(std::string_view bytes) : bytes_{bytes} {}

    bool good() const { return good_; }
    std::string_view rest() const { return bytes_; }

    template <class T>
    void take(T& value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        if (bytes_.size() < sizeof value) {
            good_ = false;
            return;
        }
        std::memcpy(&value, bytes_.data(), sizeof value);
        bytes_.remove_prefix(sizeof value);
    }
    /// Of damaged bytes any value may come, and a bool holds only two.
    void take(bool& value)
    {
        unsigned char byte = 0;
        take(byte);
        good_ = good_ && byte <= 1;
        value = byte == 1;
    }
    void take(std::string& text)
    {
        const std::size_t size = take_count(1);
        text.assign(bytes_.substr(0, size));
        bytes_.remove_prefix(size);
    }
    void take(std::optional<double>& value)
    {
        bool has_value = false;
        double number = 0;
        take(has_value);
        take(number);
        value = has_value ? std::optional{number} : std::nullopt;
    }
    void take(VisitEnd& end)
    {
        take(end.time);
        take(end.place);
        take(end.altitude_m);
        take(end.by);
        take(end.error_s);
    }
    void take(FoundVisit& found)
    {
        take(found.airspace);
        take(found.visit.foreign);
        take(found.visit.entry);
        take(found.visit.exit);
        take(found.visit.path_m);
        take(found.visit.max_depth_m);
        take(found.visit.max_depth_time);
        found.path.resize(take_count(sizeof(Time) + sizeof(LonLat)));
        for (PathPoint& point : found.path) {
            take(point.time);
            take(point.place);
            take(point.altitude_m);
        }
    }
    /// A count of things that take at least so many bytes each; 0 where the bytes do not hold them.
    std::size_t take_count(std::size_t least_bytes)
    {
        std::uint32_t count = 0;
        take(count);
        if (count > bytes_.size() / least_bytes) {
            good_ = false;
            count = 0;
        }
        return count;
    }

private:
    std::string_view bytes_;
    bool good_ = true;
};

}  // namespace

void encode(const TrackFindings& findings, std::string& bytes)
{
    Encoder out{bytes};
    out.put(std::string_view{findings.track});
    out.put(findings.datum);
    out.put(findings.fixes);
    out.put(findings.span);
    out.put(findings.observed);
    out.put(findings.outside);
    out.put(findings.foreign);
    out.put(static_cast<std::uint32_t>(findings.visits.size()));
    for (const FoundVisit& found : findings.visits)
        out.put(found);
}

bool decode(std::string_view& bytes, TrackFindings& findings)
{
    if (bytes.empty())
        return false;
    Decoder in{bytes};
    in.take(findings.track);
    in.take(findings.datum);
    in.take(findings.fixes);
    in.take(findings.span);
    in.take(findings.observed);
    in.take(findings.outside);
    in.take(findings.foreign);
    findings.visits.resize(in.take_count(sizeof(Time) * 2));
    for (FoundVisit& found : findings.visits)
        in.take(found);
    bytes = in.rest();
    return in.good();
}

}  // namespace incursion
