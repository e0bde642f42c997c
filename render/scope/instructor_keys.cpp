#include "render/scope/instructor_keys.h"

#include <algorithm>

namespace incursion {
namespace {

using Data = const InstructorData&;
using DeskRequests = std::vector<DeskRequest>;

DeskRequests pause(Data data)
{
    return {PauseExercise{!data.is_paused}};
}
template <int by_s>
DeskRequests step_back(Data)
{
    return {StepBack{by_s}};
}
DeskRequests end(Data)
{
    return {OpenForm{DeskForm::finish}};
}

}  // namespace

const std::vector<InstructorKey>& instructor_keys()
{
    static const std::vector<InstructorKey> list{
        {{Key::p}, "P", "pause or go on", pause},
        {{Key::backspace}, "Back", "10 s back", step_back<10>},
        {{Key::backspace, true}, "Shift Back", "30 s back", step_back<30>},
        {{Key::f10}, "F10", "end the exercise", end},
    };
    return list;
}

DeskRequests instructor_requests_of(const KeyPress& press, Data data, const DeskState& state)
{
    if (state.form == DeskForm::finish) {
        if (press == KeyPress{Key::enter})
            return {FinishExercise{}};
        return press == KeyPress{Key::escape} ? DeskRequests{OpenForm{}} : DeskRequests{};
    }
    if (!data.is_running)
        return {};
    if (!press.shift && !press.control && press.key >= Key::digit_1 && press.key <= Key::digit_9) {
        const std::string key(1,
                              static_cast<char>('1' + (static_cast<int>(press.key) - static_cast<int>(Key::digit_1))));
        for (const InstructorInject& inject : data.injects)
            if (inject.key == key)
                return {MakeInject{inject.id}};
    }
    for (const InstructorKey& key : instructor_keys())
        if (key.press == press)
            return key.requests(data);
    return {};
}

}  // namespace incursion
