#include <algorithm>

#include <fmt/format.h>

#include "tools/incursion/text_debrief.h"
#include "tools/incursion/text_debrief_words.h"
#include "tools/incursion/text_page.h"
#include "tools/incursion/text_words.h"

namespace incursion {

namespace {

/// Ids of all tasks, in the order in which lessons first have them.
std::vector<std::string> task_ids(const std::vector<Debrief>& runs)
{
    std::vector<std::string> ids;
    for (const Debrief& run : runs)
        for (const Task& task : run.exercise->lesson().tasks)
            if (std::find(ids.begin(), ids.end(), task.id) == ids.end())
                ids.push_back(task.id);
    return ids;
}

/// What a run earned by the task of that id; null where it has none.
const TaskScore* score_by(const Debrief& run, const std::string& id)
{
    for (const TaskScore& score : run.score.tasks)
        if (run.exercise->lesson().tasks[score.task].id == id)
            return &score;
    return nullptr;
}

bool are_of_one_lesson(const std::vector<Debrief>& runs)
{
    return std::all_of(runs.begin(), runs.end(),
                       [&](const Debrief& run) { return run.exercise == runs.front().exercise; });
}

Table class_table(const std::vector<Debrief>& runs, const std::vector<std::string>& ids, bool with_lesson)
{
    Table table;
    table.columns = {{"trainee", TextAlign::left, 10}, {"log", TextAlign::left, 10}};
    if (with_lesson)
        table.columns.push_back({"lesson", TextAlign::left, 10});
    table.columns.push_back({"points", TextAlign::right});
    table.columns.push_back({"share", TextAlign::right});
    table.columns.push_back({"finished"});
    for (const std::string& id : ids)
        table.columns.push_back({id, TextAlign::right});
    for (const Debrief& run : runs) {
        std::vector<Cell> row{{trainee_of(run)}, {run.log.path}};
        if (with_lesson)
            row.push_back({run.exercise->lesson().title});
        row.push_back({points_text(run.score.points)});
        row.push_back({share_text(run.score.share())});
        row.push_back({run.score.is_finished ? "yes" : "no", run.score.is_finished ? TextStyle::plain : TextStyle::alarm});
        for (const std::string& id : ids) {
            const TaskScore* score = score_by(run, id);
            const bool counts = score != nullptr && score->applies;
            row.push_back({counts ? points_text(score->points) : "",
                           counts && score->points < score->out_of ? TextStyle::alarm : TextStyle::plain});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos && !text.starts_with('#') && !text.starts_with(' ') &&
        !text.ends_with(' '))
        return text;
    std::string cell = "\"";
    for (const char c : text)
        cell += c == '"' ? std::string{"\"\""} : std::string{c};
    return cell + "\"";
}

std::string csv_row(const Debrief& run, const std::vector<std::string>& ids)
{
    const Score& score = run.score;
    std::string row = fmt::format("{},{},{},{},{},{},{}", quoted(run.log.trainee), quoted(run.log.path),
                                  quoted(run.exercise->lesson().path), score.points, score.out_of, score.share(),
                                  score.is_finished ? "true" : "false");
    for (const std::string& id : ids) {
        const TaskScore* task = score_by(run, id);
        row += task != nullptr && task->applies ? fmt::format(",{}", task->points) : ",";
    }
    return row + "\n";
}

}  // namespace

std::string text_class(const std::vector<Debrief>& runs, const TextOptions& options)
{
    TextPage page{options.width, options.colour};
    const std::vector<std::string> ids = task_ids(runs);
    const bool is_one = are_of_one_lesson(runs);
    page.title(is_one && !runs.empty() ? runs.front().exercise->lesson().title : "Exercises");
    page.blank();
    page.table(class_table(runs, ids, !is_one));
    if (!is_one)
        return page.text();
    page.blank();
    for (const TaskScore& score : runs.front().score.tasks) {
        const Task& task = runs.front().exercise->lesson().tasks[score.task];
        page.paragraph(fmt::format("{}: {} ({})", task.id, task.title,
                                   task.points == 1 ? "1 point" : points_text(task.points) + " points"),
                       TextStyle::faint, 2);
    }
    return page.text();
}

std::string csv_class(const std::vector<Debrief>& runs)
{
    const std::vector<std::string> ids = task_ids(runs);
    std::string text = "trainee,log,lesson,points,out_of,share,finished";
    for (const std::string& id : ids)
        text += "," + quoted(id);
    text += "\n";
    for (const Debrief& run : runs)
        text += csv_row(run, ids);
    return text;
}

}  // namespace incursion
