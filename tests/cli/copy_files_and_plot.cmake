include("${CMAKE_CURRENT_LIST_DIR}/copy_files.cmake")
file(WRITE "${FOLDER}/radar-A1-AAA-1-speed.svg" "an older plot")
