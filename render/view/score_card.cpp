#include "render/view/score_card.h"

#include <cmath>

#include <fmt/format.h>

#include "render/view/wording.h"

namespace incursion {

namespace {

/// Without decimals that say nothing: `8.5`, `10`.
std::string points_text(double points)
{
    return fmt::format("{:g}", std::round(points * 1000) / 1000);
}

ScoreRow row_of(const Task& task, const TaskScore& score)
{
    ScoreRow row;
    row.title = task.title.empty() ? task.id : task.title;
    row.applies = score.applies;
    row.points = score.applies ? points_text(score.points) + " of " + points_text(score.out_of) : "does not apply";
    row.share = score.applies && score.out_of > 0 ? score.points / score.out_of : 0;
    row.expected = score.expected;
    row.done = score.done;
    if (score.reaction_s)
        row.reaction = short_duration(std::abs(*score.reaction_s)) +
                       (*score.reaction_s < 0 ? " before it was called for" : " after it could be seen");
    return row;
}

}  // namespace

ScoreCard build_score_card(const Lesson& lesson, const Score& score, const std::string& trainee, const std::string& log)
{
    ScoreCard card;
    card.lesson = lesson.title;
    card.trainee = trainee;
    card.log = log;
    card.points = points_text(score.points) + " of " + points_text(score.out_of) + " points";
    // Rounded down: who misses anything has not all of it.
    card.share = fmt::format("{:.0f} %", std::floor(score.share() * 100 + 1e-9));
    for (const TaskScore& one : score.tasks)
        card.rows.push_back(row_of(lesson.tasks[one.task], one));
    return card;
}

}  // namespace incursion
