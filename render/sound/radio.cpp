#include "render/sound/radio.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "sim/base/random.h"

namespace incursion {

namespace {

// Speech as it passes a voice channel of a radio or telephone (ITU-T G.712).
constexpr double lowest_hz = 300, highest_hz = 3400;

// Levels are root mean squares, 1 being full scale.
constexpr double speech_level = 0.2;
constexpr double greatest_gain = 100;  // 40 dB: more would only lift noise
constexpr double clip_level = 0.5;     // peaks are bent towards it
constexpr double noise_level = 0.014, squelch_level = 0.12;
constexpr double click_height = 0.5;
constexpr double greatest_peak = 0.95;

constexpr double click_s = 0.02;
constexpr double hold_s = 0.02, squelch_s = 0.06;  // the rest of radio_tail_s lets the filters ring out

/// Second-order filter in transposed direct form II.
class Biquad {
public:
    enum class Pass { low, high };

    /// Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients" (W3C note, 2021).
    Biquad(Pass pass, double corner_hz, double quality)
    {
        const double w = 2 * std::numbers::pi * corner_hz / sound_rate_hz;
        const double alpha = std::sin(w) / (2 * quality), a0 = 1 + alpha;
        const double edge = pass == Pass::low ? 1 - std::cos(w) : 1 + std::cos(w);
        b0_ = edge / 2 / a0;
        b1_ = (pass == Pass::low ? edge : -edge) / a0;
        a1_ = -2 * std::cos(w) / a0;
        a2_ = (1 - alpha) / a0;
    }

    double filtered(double x)
    {
        const double y = b0_ * x + state1_;
        state1_ = b1_ * x - a1_ * y + state2_;
        state2_ = b0_ * x - a2_ * y;
        return y;
    }

private:
    double b0_, b1_, a1_, a2_;
    double state1_ = 0, state2_ = 0;
};

/// Butterworth of fourth order on each side: two filters each, of quality 1 / (2 cos(pi/8)) and 1 / (2 cos(3 pi/8)).
void pass_band(std::vector<double>& samples)
{
    using Pass = Biquad::Pass;
    const double wide = 0.5 / std::cos(std::numbers::pi / 8), narrow = 0.5 / std::cos(3 * std::numbers::pi / 8);
    std::array<Biquad, 4> filters{Biquad{Pass::high, lowest_hz, wide}, Biquad{Pass::high, lowest_hz, narrow},
                                  Biquad{Pass::low, highest_hz, wide}, Biquad{Pass::low, highest_hz, narrow}};
    for (double& sample : samples)
        for (Biquad& filter : filters)
            sample = filter.filtered(sample);
}

/// Root mean square of the parts (20 ms) that are not pauses: within 30 dB of the loudest.
double speech_level_of(const std::vector<double>& samples)
{
    const std::size_t step = samples_in(0.02);
    std::vector<double> powers;
    for (std::size_t first = 0; first < samples.size(); first += step) {
        const std::size_t end = std::min(first + step, samples.size());
        double sum = 0;
        for (std::size_t i = first; i < end; ++i)
            sum += samples[i] * samples[i];
        powers.push_back(sum / static_cast<double>(end - first));
    }
    const double loudest = powers.empty() ? 0 : *std::max_element(powers.begin(), powers.end());
    double sum = 0, count = 0;
    for (const double power : powers)
        if (power >= loudest / 1000) {
            sum += power;
            ++count;
        }
    return count > 0 ? std::sqrt(sum / count) : 0;
}

void level_and_clip(std::vector<double>& samples)
{
    const double level = speech_level_of(samples);
    const double gain = level > 0 ? std::min(speech_level / level, greatest_gain) : 0;
    for (double& sample : samples)
        sample = clip_level * std::tanh(sample * gain / clip_level);
}

/// Adds white noise that has the root mean square `level` once it has passed the band.
void add_noise(std::vector<double>& samples, std::size_t first, std::size_t end, double level, RandomStream& random)
{
    // Uniform in [-a, a) has the power a^2 / 3, spread evenly up to half the rate.
    const double height = level * std::sqrt(3 * (sound_rate_hz / 2.0) / (highest_hz - lowest_hz));
    for (std::size_t i = first; i < std::min(end, samples.size()); ++i)
        samples[i] += random.uniform(-height, height);
}

void add_click(std::vector<double>& samples)
{
    const std::size_t length = samples_in(click_s);
    for (std::size_t i = 0; i < length; ++i) {
        const double left = 1 - static_cast<double>(i) / static_cast<double>(length);
        samples[i] += click_height * left * left;
    }
}

Sound within_peak(const std::vector<double>& samples)
{
    double peak = greatest_peak;
    for (const double sample : samples)
        peak = std::max(peak, std::abs(sample));
    Sound sound;
    sound.samples.reserve(samples.size());
    for (const double sample : samples)
        sound.samples.push_back(static_cast<float>(sample * (greatest_peak / peak)));
    return sound;
}

}  // namespace

Sound through_radio(const Sound& speech, std::uint64_t seed)
{
    std::vector<double> voice(speech.samples.begin(), speech.samples.end());
    pass_band(voice);
    level_and_clip(voice);

    const std::size_t lead = samples_in(radio_lead_s), closing = lead + voice.size() + samples_in(hold_s);
    std::vector<double> sent(lead + voice.size() + samples_in(radio_tail_s), 0.0);
    std::copy(voice.begin(), voice.end(), sent.begin() + static_cast<std::ptrdiff_t>(lead));
    RandomStream random{seed, "radio noise"};
    add_click(sent);
    add_noise(sent, 0, closing, noise_level, random);
    add_noise(sent, closing, closing + samples_in(squelch_s), squelch_level, random);
    pass_band(sent);  // again, because clipping and the edges of the noise leave the band
    return within_peak(sent);
}

}  // namespace incursion
