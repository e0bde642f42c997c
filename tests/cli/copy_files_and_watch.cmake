include("${CMAKE_CURRENT_LIST_DIR}/copy_files.cmake")
execute_process(COMMAND "${PROGRAM}" run watched.toml --plots plots.csv --system-tracks system.csv
                WORKING_DIRECTORY "${FOLDER}" RESULT_VARIABLE watched OUTPUT_QUIET)
if(NOT watched EQUAL 0)
  message(FATAL_ERROR "watched.toml cannot be run")
endif()
