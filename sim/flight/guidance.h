#pragma once

#include <span>

#include "sim/flight/flyer.h"
#include "sim/model/flight_plan.h"

namespace incursion {

/// Flies the items of a plan one after the other, then straight and level to the flight's end.
/// `time_up` is the good end; `failed` leaves the reason in Flyer::problem().
Outcome fly_items(Flyer& flyer, std::span<const PlanItem> items);

/// Names the item and begins its climb and its speed change.
void begin_item(Flyer& flyer, const PlanItem& item);

/// What a lateral action comes to. The actions return when they are done (`reached`), or with `time_up` or
/// `failed`. A heading or track is then held with level wings.

/// To a place. `next` is the item after it: if that is another fly_to and this one is a fly-by, it ends where
/// the turn onto the next leg begins.
Outcome fly_to(Flyer& flyer, const FlyTo& to, const PlanItem& item, const PlanItem* next);
Outcome fly_orbit(Flyer& flyer, const Orbit& orbit, const PlanItem& item);

}  // namespace incursion
