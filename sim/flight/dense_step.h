#pragma once

#include <boost/numeric/odeint/algebra/array_algebra.hpp>
#include <boost/numeric/odeint/algebra/default_operations.hpp>
#include <boost/numeric/odeint/stepper/controlled_runge_kutta.hpp>
#include <boost/numeric/odeint/stepper/dense_output_runge_kutta.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta_dopri5.hpp>

#include "sim/flight/motion.h"

namespace incursion {

/// The estimated error of a step in units of what is allowed; odeint accepts a step up to 1. Metres count as
/// they are; directions and turned angles by what they displace over `lever_m`.
class StepErrorChecker {
public:
    using value_type = double;
    static constexpr double lever_m = 1e4;

    explicit StepErrorChecker(double tolerance_m = 1e-6) : tolerance_m_{tolerance_m} {}

    template <class Algebra>
    double error(Algebra&, const State&, const State&, const State& step_error, double) const
    {
        return error_of(step_error);
    }

private:
    double error_of(const State& step_error) const;
    double tolerance_m_;
};

/// One step of Dormand and Prince's method of order 5(4) with its continuous extension of order 4 (Hairer,
/// Nørsett, Wanner: Solving Ordinary Differential Equations I, 2nd ed., sections II.4 and II.6), by Boost.Odeint.
class DenseStep {
public:
    /// Steps from (t, state) with at most `longest_s`, less where the tolerance asks for less.
    DenseStep(double t_s, const State& state, const Commands& commands, const Surroundings& around,
              double tolerance_m, double first_try_s, double longest_s);

    double from_s() const { return stepper_.previous_time(); }
    double to_s() const { return stepper_.current_time(); }
    /// The length that the error estimate suggests for the next step.
    double next_try_s() const { return stepper_.current_time_step(); }
    /// REQUIRES: from_s() <= t <= to_s().
    State at(double t_s) const;

private:
    using Algebra = boost::numeric::odeint::array_algebra;
    using Operations = boost::numeric::odeint::default_operations;
    using Method = boost::numeric::odeint::runge_kutta_dopri5<State, double, State, double, Algebra, Operations>;
    using Controlled = boost::numeric::odeint::controlled_runge_kutta<Method, StepErrorChecker>;

    boost::numeric::odeint::dense_output_runge_kutta<Controlled> stepper_;
};

}  // namespace incursion
