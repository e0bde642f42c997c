#pragma once

#include <string>
#include <vector>

#include "sim/training/exercise.h"

namespace incursion {

// What the instructor's panel shows, in words.

struct InstructorInject {
    std::string id, title;
    std::string key;       ///< `1`; empty where it cannot be asked for or beyond the ninth
    std::string state;     ///< `at 07:21:05`, `not yet`, `2 times, last at 07:22:00`
    bool is_live = false;  ///< the instructor may ask for it
};

struct InstructorDeed {
    Time time{};
    std::string clock, text;
};

struct InstructorData {
    std::string trainee;  ///< may be empty
    std::string clock;
    std::string log;  ///< where the actions are kept
    bool is_paused = false;
    bool is_running = false;  ///< begun and not finished
    std::vector<InstructorInject> injects;
    std::vector<InstructorDeed> deeds;  ///< the newest first: one can step back to them
};

struct InstructorView {
    Time now{};
    bool is_paused = false, is_running = false;
    std::string trainee, log;
};

InstructorData build_instructor(const Exercise& exercise, const Course& course, const InstructorView& view);

}  // namespace incursion
