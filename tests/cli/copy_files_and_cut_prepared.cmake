include("${CMAKE_CURRENT_LIST_DIR}/copy_files_and_prepare.cmake")
execute_process(COMMAND head -c 40 square.borders WORKING_DIRECTORY "${FOLDER}" OUTPUT_FILE "${FOLDER}/cut.borders")
file(RENAME "${FOLDER}/cut.borders" "${FOLDER}/square.borders")
