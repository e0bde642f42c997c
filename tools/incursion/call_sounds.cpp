#include "tools/incursion/call_sounds.h"

#include <algorithm>
#include <iterator>

namespace incursion {

namespace {

constexpr std::size_t envelope_bars = 160;

}  // namespace

std::vector<Transmission> spoken_calls(const Replay& replay, Diagnostics& diagnostics)
{
    std::vector<Call> calls;
    for (const CallReport& call : replay.report().calls.list)
        calls.push_back(call.call);
    return transmissions_of(calls, replay.report().seed, diagnostics);
}

std::vector<CallSound> call_sounds_of(const Replay& replay, const std::vector<Transmission>& transmissions)
{
    std::vector<CallSound> sounds(replay.report().calls.list.size());
    for (const Transmission& transmission : transmissions) {
        CallSound& sound = sounds[transmission.call];
        sound = {transmission.sound.length_s(), envelope_of(transmission.sound, envelope_bars)};
        const auto loudest = std::max_element(sound.envelope.begin(), sound.envelope.end());
        const float peak = loudest == sound.envelope.end() ? 0 : *loudest;
        if (peak > 0)
            for (float& bar : sound.envelope)
                bar /= peak;
    }
    return sounds;
}

std::vector<Transmission> shown_transmissions(const Replay& replay, const ViewState& view,
                                              const std::vector<Transmission>& transmissions)
{
    const auto& accounts = replay.report().accounts;
    const auto is_shown = [&](const Transmission& transmission) {
        const std::string& id = replay.report().calls.list[transmission.call].call.account;
        const auto account =
            std::find_if(accounts.begin(), accounts.end(), [&](const Account& a) { return a.id == id; });
        return account == accounts.end() ||
               is_account_shown(view, static_cast<std::size_t>(account - accounts.begin()));
    };
    std::vector<Transmission> shown;
    std::copy_if(transmissions.begin(), transmissions.end(), std::back_inserter(shown), is_shown);
    return shown;
}

}  // namespace incursion
