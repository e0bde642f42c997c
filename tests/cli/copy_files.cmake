file(GLOB copied "${SOURCE}/*")
file(COPY ${copied} DESTINATION "${FOLDER}")
