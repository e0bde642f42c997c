#pragma once

#include <string>
#include <vector>

#include "sim/training/score.h"

namespace incursion {

// The score as the trainee sees it at the end, in words.

struct ScoreRow {
    std::string title;
    std::string points;  ///< `8.5 of 10`, `does not apply`
    double share = 0;    ///< of the points, 0 to 1
    bool applies = true;
    std::string expected, done;
    std::string reaction;  ///< `4.0 s after it could be seen`; empty where not known
};

struct ScoreCard {
    std::string lesson, trainee;
    std::string points;  ///< `83.5 of 100 points`
    std::string share;   ///< `84 %`
    std::string log;     ///< where the actions are kept
    std::vector<ScoreRow> rows;
};

ScoreCard build_score_card(const Lesson& lesson, const Score& score, const std::string& trainee,
                           const std::string& log);

}  // namespace incursion
