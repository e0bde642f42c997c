#include "sim/flight/dense_step.h"

#include <algorithm>
#include <cmath>

namespace incursion {

namespace odeint = boost::numeric::odeint;

double StepErrorChecker::error_of(const State& step_error) const
{
    double largest_m = 0;
    for (std::size_t i = 0; i < step_error.size(); ++i) {
        const bool is_angle = (i >= part::direction && i < part::altitude) || i == part::turned;
        largest_m = std::max(largest_m, std::abs(step_error[i]) * (is_angle ? lever_m : 1.0));
    }
    return largest_m / tolerance_m_;
}

DenseStep::DenseStep(double t_s, const State& state, const Commands& commands, const Surroundings& around,
                     double tolerance_m, double first_try_s, double longest_s)
    : stepper_{Controlled{StepErrorChecker{tolerance_m}, odeint::default_step_adjuster<double, double>{longest_s}}}
{
    stepper_.initialize(state, t_s, std::min(first_try_s, longest_s));
    stepper_.do_step([&](const State& y, State& derivative, double t) {
        derivative = derivative_of(t, y, commands, around);
    });
}

State DenseStep::at(double t_s) const
{
    if (t_s >= to_s())
        return stepper_.current_state();
    State state;
    stepper_.calc_state(t_s, state);
    return state;
}

}  // namespace incursion
