extension RelatedWords {
  /// A group of words a line, more telling ones first.
  static let englishTable: StaticString = """
    price cost fee charge rate rates expense tariff
    price prices priced cost costs fee fees pay paid
    salary wage wages pay earnings compensation income remuneration
    cheap inexpensive affordable
    free gratis complimentary unpaid
    buy purchase acquire procure order bought
    sell sale sales sold vendor seller
    job work employment occupation profession position role career post
    boss manager supervisor director head chief leader
    worker workers employee employees staff personnel workforce
    quit resign resignation leave leaving depart departure exit offboarding
    hire recruit recruitment appoint appointment employ onboarding
    fire fired dismiss dismissed dismissal terminate termination layoff
    holiday vacation leave absence pto
    sick ill illness disease unwell medical
    doctor physician medic surgeon
    medicine drug medication treatment remedy
    hospital clinic infirmary
    baby child newborn infant birth
    child children kid kids son daughter
    die died death dead deceased killed fatal perish
    kill killed murder murdered slay slain assassinate assassinated
    trip journey travel voyage tour expedition
    bet wager stake wagered staked
    prize reward award bounty
    stairs steps staircase stairway
    house home residence dwelling building
    live lives reside resides residence dwell inhabit lodge address
    population inhabitants residents people
    town city village municipality settlement
    country nation state land
    border frontier boundary
    street road avenue lane
    car automobile vehicle
    ship boat vessel
    plane aircraft airplane aeroplane
    train rail railway railroad
    travel commute transit transport transportation
    ticket fare pass
    luggage baggage suitcase
    hotel lodging accommodation inn
    food meal dish cuisine
    eat eaten consume dine
    drink beverage
    cook bake boil fry prepare
    oven bake baking
    ingredient ingredients component
    fridge refrigerator refrigerate chill
    freezer freeze frozen
    keep store stored preserve last
    last keep stored lasts duration
    serve serves serving servings portion portions yield yields
    spicy hot chili pepper
    meat beef pork chicken lamb sausage
    fish seafood
    vegetables veg greens produce
    sweet sugar sugary honey
    big large huge great size
    small little tiny minor
    biggest largest greatest
    smallest least minimum
    long length duration
    short brief
    tall height high
    deep depth
    wide width breadth
    heavy weight weigh weighs
    old age aged ancient
    young youngest age
    new novel recent latest
    first initial earliest original
    last final latest
    fast quick quickly rapid speed
    slow slowly sluggish
    start begin commence launch initiate opening
    end finish conclude close closing expire expiry
    stop halt cease discontinue suspend
    deadline due date cutoff
    late delay delayed overdue
    early advance ahead before prior
    postpone postponed delay reschedule rescheduled moved shift shifted
    moved shifted relocated transferred
    move shift relocate transfer migrate
    cancel cancelled abort abandon
    happen happened occur occurred event
    meeting session gathering conference assembly
    talk talks speech presentation lecture proposal
    vote voting ballot poll election
    elect elected election chosen
    decide decision resolve resolution agreed
    agree agreement accord consent
    disagree dispute objection
    allow allowed permit permitted may can authorized permission
    forbid forbidden prohibited ban banned disallowed
    must required mandatory obligatory shall need
    need needed require required requirement necessary
    optional voluntary
    rule rules law regulation policy guideline
    punishment penalty sentence sanction fine
    jail prison imprisonment
    fine penalty
    court judge tribunal jury
    police officer officers
    thief robber burglar stolen theft robbery
    steal stolen theft robbery
    crime offence offense
    war battle conflict fighting
    army military troops forces soldiers
    soldier soldiers troops
    weapon weapons arms gun
    win won victory victor winner defeat
    lose lost defeat defeated
    beat defeated defeat
    fight fought battle combat
    king monarch ruler emperor
    queen monarch empress
    president leader head
    rule reign govern
    wife husband spouse married marriage
    marry married wed wedding marriage
    mother father parent parents
    brother sister sibling siblings
    family relatives household
    friend friends companion ally
    enemy foe opponent
    person man woman individual
    name named called titled known
    call called named termed
    nickname alias known
    mean means meaning signify stands definition
    explain describe description explanation
    say said state stated according
    tell told inform notify report
    ask asked inquire request
    answer reply response respond
    write wrote author written writer
    author writer wrote written
    book novel volume work
    read reading reader
    song music tune track
    singer vocalist sang
    movie film picture
    actor actress starred star cast played
    play played role performed portrayed
    director directed
    paint painted painting painter
    make made create created produce produced build built
    maker manufacturer producer creator
    invent invented inventor invention devised
    discover discovered discovery found
    build built construct constructed construction erected
    found founded founder established establish
    fix fixed repair repaired mend patch solve resolved
    repair fix fixes fixed mend restore
    break broken broke damage fail
    broken faulty defective failure
    bug defect flaw vulnerability issue error problem
    hole vulnerability flaw weakness
    problem issue trouble difficulty failure
    error mistake fault failure
    danger dangerous risk hazard hazardous
    safe safety secure security
    secure security safely protected
    protect protection protected defend safeguard
    attack attacked assault raid
    hack hacked breach compromise compromised intrusion incident
    virus malware malicious
    fake bogus counterfeit malicious imitation forged
    copy copied imitate duplicate replicate
    password passphrase credential credentials
    login log sign authenticate
    user users account person
    computer machine pc device laptop
    phone telephone mobile call
    program software application app
    app application program
    file document
    folder directory
    save store stored
    delete remove erase
    remove delete drop
    add append insert include
    change modify alter edit update
    edit modify change editor
    update upgrade version release
    version release edition
    release released published launch launched
    install installation setup
    run execute executed running
    screen display console monitor terminal
    key shortcut keystroke
    button key
    switch turn toggle change
    turn switch
    off disable disabled shut
    shut close closed shutdown
    open opened opening unlock
    connect connection link join
    join joined member enter become
    leave left depart quit
    member members membership belong
    volunteer contributor contributors volunteers
    contributor contributors contributed developer developers
    help support assist aid assistance
    support help maintain maintained supported
    maintain maintained maintainer maintenance upkeep
    backup backups archive
    send sent mail deliver dispatch
    get receive obtain acquire
    give gave donate provide grant
    donate donated donation contribute grant
    money funds funding cash
    rich wealthy wealth fortune
    poor poverty
    debt owe owed loan
    tax taxes duty levy
    company firm corporation business enterprise
    business company trade commerce
    shop store market
    market bazaar fair
    farm agriculture farming
    farmer farmers growers
    grow grown cultivate planted
    plant crop
    animal animals species
    dog dogs canine
    cat cats feline
    horse horses
    bird birds
    snake serpent adder viper
    tree trees wood
    water sea river
    sea ocean
    river stream
    mountain peak summit hill
    island isle
    lake reservoir
    weather climate temperature rain
    hot warm heat temperature
    cold cool chilly temperature
    rain rainfall wet
    storm hurricane cyclone typhoon
    earthquake quake tremor seismic
    flood flooded flooding
    fire blaze burned burnt
    sun solar
    moon lunar
    star stars stellar
    planet planets world
    earth globe world
    school college university education
    teacher instructor professor taught
    student students pupil pupils
    learn learned study studied
    study studies research survey
    teach taught instruct
    test exam examination
    degree diploma graduate graduated
    language tongue spoken speak
    speak spoken language
    religion faith church worship
    god deity
    church chapel cathedral temple
    monk monastery monastic
    colour color
    red scarlet
    shape form
    material made substance
    gold golden
    number amount count total quantity
    many number count total
    amount sum quantity total
    sum amount
    half fifty
    percent percentage share proportion portion
    portion part share proportion
    part portion section piece
    most majority
    least minimum
    maximum limit most highest largest
    limit maximum upper bound
    average mean
    compare compared comparison versus
    difference differ different
    same identical equal
    similar like resemble
    kind type sort variety species
    reason because cause why
    cause caused due reason
    because since due
    result outcome effect consequence
    effect impact influence
    purpose aim goal objective object
    aim goal purpose object
    use used usage utilize
    way method manner means
    place location site spot
    located location situated lies
    near close nearby adjacent
    far distance miles
    north northern
    south southern
    east eastern
    west western
    where location place
    when date time
    time hour clock
    day date
    week weekly
    month monthly
    year annual yearly annually
    often frequency frequently every
    daily everyday
    morning am
    evening night pm
    spring autumn season
    autumn fall
    birthday born birth
    born birth
    plan planned project proposal scheme
    idea concept notion
    think thought believe opinion
    believe thought belief
    know knew known
    like prefer favour favourite
    love loved
    hate disliked
    want wish desire
    hope hoped
    fear afraid scared
    angry anger furious
    happy glad pleased
    sad grief
    promise pledge vow commit
    lie false untrue
    true correct right
    wrong incorrect mistake
    owner own owned belongs property
    belong owned belongs
    rent lease hire
    visit visited visiting
    guest guests visitor visitors
    tourist tourists visitors
    famous renowned known
    popular widely
    important significant major
    main principal primary chief
    special particular
    public open
    private secret confidential
    secret hidden confidential
    hide hidden conceal anonymous anonymity
    privacy anonymity
    show display shown
    see seen view visible
    look appearance looks
    find found locate
    lost missing
    search searched seek find
    check verify inspect
    count counted number
    measure measured measurement
    weigh weight
    cut slice chop
    mix stir combine blend
    clean cleaned wash
    empty vacant
    full complete
    whole entire complete
    piece slice part
    bottle jar container
    bag sack
    box case crate
    clothes clothing garment dress
    wear wore worn dress
    shoes footwear boots
    hat cap
    ring jewel jewelry
    door gate entrance
    window windows
    room rooms chamber
    floor storey story level
    roof ceiling
    wall walls
    kitchen cook
    bed bedroom
    table tables
    desk office
    office bureau headquarters
    headquarters based office
    based headquartered located
    platform system
    system platform
    network internet
    website site page web
    email mail message
    letter letters mail correspondence
    newspaper press paper gazette
    news report
    magazine journal
    picture image photo photograph
    photo photograph picture
    game match
    sport sports athletics
    team club side squad
    club society association
    player players athlete
    score goal points
    race competition contest
    champion winner title
    record records
    license licence licensed
    licence license licensed domain
    contract agreement deal
    sign signed signature
    approve approved approval ratified ratification adopted
    replace replaced substitute succeed succeeded
    successor succeeded replaced
    share shared sharing
    divide split divided
    combine joined join merged
    join joins joined combined
    size large bytes
    code source program
    text string characters
    character letter characters
    letters characters
    column field columns
    row record rows
    query select search
    default standard normally
    """
}
