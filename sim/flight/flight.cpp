#include "sim/flight/flight.h"
