include("${CMAKE_CURRENT_LIST_DIR}/copy_files.cmake")
execute_process(COMMAND "${PROGRAM}" borders prepare ${prepare_options} square.geojson square.borders
                WORKING_DIRECTORY "${FOLDER}" RESULT_VARIABLE prepared OUTPUT_QUIET)
if(NOT prepared EQUAL 0)
  message(FATAL_ERROR "square.geojson cannot be prepared")
endif()
