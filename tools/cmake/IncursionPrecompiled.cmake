# Headers that nearly every file includes, parsed once a build: a cold build compiles in some two thirds of the time.
# A file that lacks an include compiles all the same here, so never all builds of .ci/run may have them for it: rooms
# have them with INCURSION_PCH=all alone; tests have Catch2 alone, which each of them includes anyway, with `tests` too.
set(INCURSION_PCH "off" CACHE STRING "Precompiled headers: off, tests, all")
set_property(CACHE INCURSION_PCH PROPERTY STRINGS off tests all)

if(NOT INCURSION_PCH STREQUAL "off")
  # What ccache needs to look past a precompiled header (its manual, "Precompiled headers").
  if(INCURSION_CCACHE AND CMAKE_CXX_COMPILER_LAUNCHER STREQUAL INCURSION_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;${INCURSION_CCACHE}")
  endif()
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()

# incursion_precompiled(TARGET HEADERS header... LIBRARIES target... OPTIONS option...): a target for others to reuse.
function(incursion_precompiled target)
  cmake_parse_arguments(PRECOMPILED "" "" "HEADERS;LIBRARIES;OPTIONS" ${ARGN})
  file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${target}.cpp" CONTENT "")
  add_library(${target} OBJECT "${CMAKE_CURRENT_BINARY_DIR}/${target}.cpp")
  target_link_libraries(${target} PRIVATE ${PRECOMPILED_LIBRARIES} incursion_compiler)
  target_compile_options(${target} PRIVATE ${PRECOMPILED_OPTIONS})
  target_precompile_headers(${target} PRIVATE ${PRECOMPILED_HEADERS})
endfunction()

# incursion_reuse_precompiled(TARGET FROM): does nothing where FROM is not there.
function(incursion_reuse_precompiled target from)
  if(TARGET ${from})
    target_precompile_headers(${target} REUSE_FROM ${from})
  endif()
endfunction()
