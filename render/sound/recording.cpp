#include "render/sound/recording.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "render/sound/resample.h"

namespace incursion {

namespace {

// Codes of the format chunk: Microsoft's mmreg.h. "Extensible" carries the real one in the first bytes of a GUID.
constexpr std::uint64_t code_pcm = 1, code_float = 3, code_extensible = 0xFFFE;

constexpr int least_rate_hz = 1000, greatest_rate_hz = 768000;
constexpr int most_channels = 64;
constexpr double longest_s = 20 * 60;
// What writers put for a size that they do not know: -1, the most that a signed number holds, or a little below.
constexpr std::uint64_t unknown_size = 0x7FFF0000;

struct Format {
    std::uint64_t code = 0;
    int channels = 0, rate_hz = 0, bits = 0;

    std::size_t sample_bytes() const { return static_cast<std::size_t>(bits) / 8; }
    std::size_t frame_bytes() const { return sample_bytes() * static_cast<std::size_t>(channels); }
};

struct Chunks {
    std::string_view format, data;
};

/// The little-endian number of `size` bytes at `place`. REQUIRES: it lies within `bytes`.
std::uint64_t number_at(std::string_view bytes, std::size_t place, std::size_t size)
{
    std::uint64_t value = 0;
    for (std::size_t i = size; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[place + i]);
    return value;
}

Result<Chunks> find_chunks(std::string_view bytes)
{
    if (bytes.size() < 12 || bytes.substr(0, 4) != "RIFF" || bytes.substr(8, 4) != "WAVE")
        return Problem{"is no RIFF WAV file; convert it to one"};
    Chunks chunks;
    for (std::size_t place = 12; place + 8 <= bytes.size();) {
        const std::string_view name = bytes.substr(place, 4), rest = bytes.substr(place + 8);
        const std::uint64_t size = number_at(bytes, place + 4, 4);
        const bool is_data = name == "data";
        if (size > rest.size() && !(is_data && size >= unknown_size))
            return Problem{fmt::format("is cut short: its part '{}' should have {} bytes and has {}",
                                       is_data ? "data" : (name == "fmt " ? "fmt" : "after the format"), size,
                                       rest.size())};
        const std::string_view content = rest.substr(0, std::min<std::uint64_t>(size, rest.size()));
        if (name == "fmt ")
            chunks.format = content;
        if (is_data) {
            chunks.data = content;
            break;
        }
        place += 8 + content.size() + content.size() % 2;  // parts begin at even places
    }
    if (chunks.format.empty())
        return Problem{"has no part 'fmt ' before its sound, so that nobody knows what the bytes mean"};
    if (chunks.data.empty())
        return Problem{"holds no sound"};
    return chunks;
}

std::optional<std::string> problem_of(const Format& format)
{
    const bool known = (format.code == code_pcm &&
                        (format.bits == 8 || format.bits == 16 || format.bits == 24 || format.bits == 32)) ||
                       (format.code == code_float && (format.bits == 32 || format.bits == 64));
    if (!known)
        return fmt::format("has the sound in form {} with {} bits; convert it to PCM with 8, 16, 24 or 32 bits or to "
                           "floating point",
                           format.code, format.bits);
    if (format.channels < 1 || format.channels > most_channels)
        return fmt::format("has {} channels; 1 to {} can be read", format.channels, most_channels);
    if (format.rate_hz < least_rate_hz || format.rate_hz > greatest_rate_hz)
        return fmt::format("has {} samples a second; {} to {} can be read", format.rate_hz, least_rate_hz,
                           greatest_rate_hz);
    return std::nullopt;
}

Result<Format> read_format(std::string_view bytes)
{
    if (bytes.size() < 16)
        return Problem{fmt::format("has a format part of {} bytes, not 16", bytes.size())};
    Format format;
    format.code = number_at(bytes, 0, 2);
    format.channels = static_cast<int>(number_at(bytes, 2, 2));
    format.rate_hz = static_cast<int>(std::min<std::uint64_t>(number_at(bytes, 4, 4), greatest_rate_hz + 1));
    format.bits = static_cast<int>(number_at(bytes, 14, 2));
    if (format.code == code_extensible && bytes.size() >= 26)
        format.code = number_at(bytes, 24, 2);
    if (const auto problem = problem_of(format))
        return Problem{*problem};
    return format;
}

double sample_at(std::string_view data, std::size_t place, const Format& format)
{
    const std::uint64_t raw = number_at(data, place, format.sample_bytes());
    if (format.code == code_float)
        return format.bits == 64 ? std::bit_cast<double>(raw)
                                 : static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(raw)));
    if (format.bits == 8)  // the only width that is unsigned
        return (static_cast<double>(raw) - 128) / 128;
    const auto whole = static_cast<std::int32_t>(static_cast<std::uint32_t>(raw << (32 - format.bits)));
    return whole / 0x1.0p31;
}

/// Makes the whole quieter where a sample lies outside [-1, 1].
void limit_peak(std::vector<float>& samples)
{
    float peak = 1;
    for (const float sample : samples)
        peak = std::max(peak, std::abs(sample));
    if (peak > 1)
        for (float& sample : samples)
            sample /= peak;
}

}  // namespace

Result<Sound> parse_wav(std::string_view bytes)
{
    const Result<Chunks> chunks = find_chunks(bytes);
    if (!chunks)
        return Problem{chunks.problem()};
    const Result<Format> format = read_format(chunks->format);
    if (!format)
        return Problem{format.problem()};
    const std::size_t frames = chunks->data.size() / format->frame_bytes();
    if (frames == 0)
        return Problem{"holds no sound"};
    if (static_cast<double>(frames) > longest_s * format->rate_hz)
        return Problem{fmt::format("lasts longer than {} minutes; cut it to the call", longest_s / 60)};
    std::vector<float> mono;
    mono.reserve(frames);
    for (std::size_t i = 0; i < frames; ++i) {
        double sum = 0;
        for (int channel = 0; channel < format->channels; ++channel)
            sum += sample_at(chunks->data,
                             i * format->frame_bytes() + static_cast<std::size_t>(channel) * format->sample_bytes(),
                             *format);
        const auto mean = static_cast<float>(sum / format->channels);
        if (!std::isfinite(mean) || std::abs(mean) > 1e6F)
            return Problem{
                fmt::format("holds a sample that is no loudness, at place {}; was it converted badly?", i + 1)};
        mono.push_back(mean);
    }
    Sound sound{resampled(mono, format->rate_hz)};
    limit_peak(sound.samples);
    return sound;
}

Result<Sound> read_wav(const std::string& path)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return Problem{fmt::format("{}: there is no such file", path)};
    std::ifstream file{path, std::ios::binary};
    if (std::filesystem::is_directory(path, ignored) || !file)
        return Problem{fmt::format("{}: cannot be read", path)};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    Result<Sound> sound = parse_wav(bytes);
    if (!sound)
        return Problem{fmt::format("{}: {}", path, sound.problem())};
    return sound;
}

}  // namespace incursion
