#include "sim/training/task_marks.h"

#include <utility>

#include "sim/training/time_spans.h"

namespace incursion {

double grade(const Task& task, double late_s)
{
    if (late_s <= task.within_s)
        return 1;
    return late_s >= task.zero_after_s ? 0 : (task.zero_after_s - late_s) / (task.zero_after_s - task.within_s);
}

void mark_in_time(TaskScore& score, const Task& task, std::optional<Time> could, std::optional<Time> at,
                  const std::vector<TimeSpan>& failures)
{
    if (could) {
        score.could = after_waiting(*could, {}, failures);
        score.due = after_waiting(*could, seconds(task.within_s), failures);
    }
    score.at = at;
    if (!at)
        return;
    score.points = task.points;
    if (!score.could)
        return;
    score.reaction_s = to_seconds(*at - *score.could);
    score.points *= grade(task, to_seconds(waited(*score.could, *at, failures)));
}

TaskScore does_not_apply(std::string expected)
{
    TaskScore score;
    score.applies = false;
    score.expected = std::move(expected);
    score.done = "nothing was to be done";
    return score;
}

std::string clock_text(Time time)
{
    return format_time_of_day(time, 1);
}

}  // namespace incursion
