extension RelatedWords {
  /// A group of words a line, more telling ones first. A verb with its particle is joined by `_`.
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
    evaluation assessment appraisal review performance
    evaluate assess appraise evaluated assessed review
    submit submitted submission submittal file filed
    program programme scheme initiative
    programme program scheme
    autumn fall september october november
    mum mom mother
    dad father
    grandmother grandma
    grandfather grandpa
    kid child son daughter
    parental maternity paternity parent
    maternity paternity parental birth
    pregnant pregnancy birth
    disabled disability impairment
    elderly aged senior
    funeral bereavement burial death
    bereavement funeral death
    wedding marriage ceremony
    divorce divorced separation
    allowance stipend reimbursement compensation entitlement
    reimburse reimbursed reimbursement refund expense
    refund reimbursement reimbursed repay returned
    expenses costs reimbursement spending
    overtime hours compensatory
    shift schedule hours
    raise increase raised promotion
    promotion promoted advance raise
    pension retirement retired
    retire retired retirement pension
    insurance insured coverage cover
    vacation holiday leave annual
    dayoff leave holiday
    absent absence leave
    telework remote home telecommute
    remote telework virtual distributed home
    laptop computer device equipment
    equipment device gear hardware tools
    badge card identification id
    parking park garage
    commute commuting transit
    harassment bullying discrimination misconduct
    discrimination harassment bias equal
    complaint grievance report
    complain complaint report grievance
    whistleblower disclosure report
    interview interviewed candidate hiring
    candidate applicant applicants nominee
    apply application applicant
    mentor coach buddy
    training course class workshop
    feedback comments review input
    goal objective target aim
    deadline cutoff close closes closing due
    agenda items topics minutes
    minutes notes record transcript
    attend attended attendance attendees present
    attendee attendees participant participants present
    absent apologies missing regrets
    chair chairperson chairman chaired president
    chairman chair chairperson
    treasurer finance financial
    secretary clerk minutes
    board directors committee council
    committee board council group panel
    sponsor sponsors sponsorship funded
    budget budgeted spending funds allocated
    fund funded funding finance grant
    spend spent expenditure cost
    earn earned earnings income salary
    income revenue earnings
    profit profits earnings gain
    loss losses deficit
    invoice bill billed
    bill invoice act
    paycheck salary pay payroll
    payroll salary pay
    law act statute legislation regulation code
    act law statute
    clause article section provision paragraph
    amend amended amendment revise revised
    repeal repealed revoke revoked
    annul cancel revoke void
    valid effective force
    effective force commence apply
    breach violation violate infringe
    violate breach infringe violation
    illegal unlawful prohibited unauthorized
    legal lawful permitted
    accuse accused charged alleged
    guilty convicted conviction
    convict convicted conviction sentenced
    sue sued lawsuit suit litigation
    lawyer attorney counsel advocate
    witness testimony testify
    suspect accused suspected
    victim victims injured
    arrest arrested detained custody
    hostage captive kidnapped
    kidnap kidnapped abducted captive
    escape escaped fled flee
    flee fled escaped
    chase chased pursue pursued pursuit
    follow followed pursue obey
    disguise disguised costume
    bribe bribed bribery corruption
    servant valet butler maid
    valet servant
    master employer lord
    detective inspector investigator
    clue evidence trace
    poison poisoned venom
    drown drowned sank sunk
    sink sank sunk wreck
    shipwreck wreck wrecked
    captain commander skipper
    sailor sailors seaman crew
    crew sailors men staff
    voyage expedition journey passage
    arrive arrived arrival reach reached landed
    reach reached arrive arrived
    depart departed departure left sail sailed
    return returned back
    anchor anchored moored harbour
    port harbour harbor anchorage
    harbor harbour port
    coast shore beach
    beach shore coast
    cliff precipice rock
    cave cavern
    desert arid dry
    forest woods jungle
    volcano eruption crater lava
    earthquake shock tremor
    fossil fossils bones remains
    bone bones skeleton
    skin hide
    fur hair coat
    feather plumage
    beak bill
    tail tails
    egg eggs nest
    nest eggs brood
    insect insects beetle fly
    spider web arachnid
    whale porpoise
    tortoise turtle
    lizard reptile iguana
    cow cattle ox bull
    sheep flock
    pig hog swine pork
    goat kid
    butcher meat slaughter
    breakfast morning meal
    lunch meal midday noon
    dinner supper meal
    snack bite
    recipe recipes dish method
    cuisine dish food
    dough pastry crust
    crust dough pastry
    flour wheat
    butter margarine fat
    oil fat
    milk dairy cream
    cheese dairy
    onion onions shallot
    garlic clove cloves
    herb herbs basil parsley
    spice spices seasoning
    season salt pepper seasoning
    soak soaked overnight
    marinate marinade soak
    chill refrigerate cool fridge
    freeze frozen freezer
    thaw defrost
    heat temperature degrees preheat warm
    preheat oven degrees
    simmer boil cook
    boil boiling simmer cook
    roast roasted bake oven
    grill barbecue broil
    fry fried pan sear
    steam steamed
    stir whisk mix beat
    whisk beat mix
    knead dough
    grate grated shred
    peel peeled skin
    slice cut chop sliced
    chop dice cut chopped
    mash crush mashed
    drain strain drained
    pan skillet pot saucepan
    pot pan saucepan
    bowl dish
    cup cups mug
    spoon tablespoon teaspoon
    knife blade
    done ready finished cooked golden
    ready done finished
    vegetarian vegan meatless
    allergy allergic gluten nuts
    dessert cake pudding sweet
    leftover leftovers keep store
    substitute replace instead alternative swap
    alternative substitute option instead
    dedicated devoted committed
    bug issue defect fault crash
    crash crashes panic abort fail
    freeze hang stuck
    slow performance latency
    faster performance speed quicker
    performance speed fast efficient
    memory ram heap
    disk drive storage
    storage disk store
    network connection internet
    server host daemon
    host server machine
    client user browser
    browser firefox chrome web
    mirror copy repository
    repository repo archive source
    branch fork branches
    merge merged combine pull
    commit commits change revision
    patch fix diff change
    compile compiler build compiled
    compiler compile rustc
    library package crate module
    package crate library module
    crate package library
    dependency dependencies requires
    plugin extension addon module
    extension plugin addon
    add-on extension addon
    feature functionality capability
    function method routine procedure
    variable parameter value
    parameter argument option
    argument parameter option
    option flag setting parameter
    setting settings option configuration preference
    config configuration settings
    configure configuration set settings
    syntax grammar notation
    comment comments remark note annotation
    remark remarks comment comments
    comments remarks annotations
    documentation manual docs guide
    manual documentation guide handbook
    guide manual tutorial handbook
    tutorial guide introduction
    example sample instance
    log journal record logging
    encrypt encrypted encryption cipher
    encryption encrypted encrypt cipher cryptography
    decrypt decryption decoded
    certificate certificates tls
    permission permissions rights access privilege
    access permission rights enter
    rights permission privilege access
    administrator admin root superuser
    admin administrator root
    owner author maintainer
    group groups team
    schedule timetable calendar cron
    timetable schedule
    automatic automatically auto
    automatically automatic auto
    upgrade update migration newer
    downgrade older revert rollback
    revert undo rollback restore
    undo revert rollback
    recover restore recovery backup
    restore recover recovery
    backup back copies snapshot tape
    tape tapes cassette
    transaction commit atomic
    lock locked locking exclusive
    concurrent simultaneous simultaneously parallel
    simultaneously concurrent parallel once same
    once simultaneously time concurrently
    join joins combine
    index indexes indices
    table tables relation
    limit maximum max upper bound restriction
    largest maximum biggest max
    biggest largest maximum
    longest maximum greatest
    shortest minimum least
    oldest earliest eldest
    newest latest recent
    increment autoincrement sequence serial
    autoincrement increment automatic
    trademark logo brand
    logo trademark symbol emblem
    mascot logo symbol
    sponsor funded support
    donation donations contribution gift
    conference summit event convention
    summit conference peak
    workshop session class
    speaker speakers presenter lecturer
    venue location place hall
    register registration sign enroll
    registration register signup enrol
    invite invited invitation
    announce announced announcement publish
    announcement announced news release
    survey poll questionnaire respondents
    respondent respondents survey participants
    participate participated participants took
    statistics figures data numbers
    graph chart diagram figure
    trend growth rise
    rise rose risen increase increased grew grow
    increase increased rise rose grew growth
    decrease decreased decline fell drop reduced
    decline declined decrease fell drop
    reduce reduced cut lower decrease
    drop dropped fell fall decline
    double doubled twice
    triple tripled threefold
    predict predicted forecast expected projection
    forecast predict projected outlook
    expect expected anticipate forecast
    invest invested investment funding
    investment invested funding capital
    merger merged acquisition takeover
    takeover acquisition acquired bought
    acquire acquired bought purchase
    startup company venture founded
    competitor rival competition
    rival competitor opponent
    customer customers client clients buyer
    client customer
    supplier vendor provider
    provider supplier vendor operator
    product goods item
    factory plant manufacturing mill
    mine mining pit
    export exports exported
    imported import imports
    harvest crop yield reaped
    fertilizer manure nutrients
    pollution polluted contamination emissions
    emission emissions carbon greenhouse
    renewable solar wind green
    electricity power energy electric
    energy power electricity fuel
    fuel petrol gas diesel
    petrol gasoline fuel
    bridge span crossing
    tunnel underpass
    airport airfield terminal
    airline carrier flight
    flight flew aircraft fly
    pilot flew aviator
    driver drove chauffeur
    bicycle bike cycling
    bus coach
    lorry truck
    truck lorry
    underground metro subway
    subway metro underground
    flat apartment
    apartment flat residence
    lift elevator
    elevator lift
    landlord owner lessor
    tenant renter lessee
    mortgage loan
    architect designed design
    designer designed design
    design designed designer architect
    sculptor sculpture statue sculpted
    statue monument sculpture
    monument memorial statue
    museum gallery exhibition
    exhibition exhibit show gallery
    theatre theater stage
    theater theatre stage
    composer composed wrote music
    compose composed wrote
    musician band singer
    band group musicians
    album record songs
    concert performance gig
    dance dancing ballet
    novelist author writer
    poet poem poetry poems
    poem poetry verse
    playwright dramatist wrote play
    publisher published press
    editor edited
    journalist reporter correspondent
    translate translated translation
    translator translated
    hero heroine protagonist
    villain antagonist
    character role part
    sequel follow-up second
    episode episodes series
    broadcast aired air television
    channel network station
    coach manager trainer
    stadium ground arena
    medal medals gold
    tournament championship cup league
    league division
    captain skipper leader
    draft picked selected
    injury injured hurt wound
    injured hurt wounded injury
    wound wounded injury
    cancer tumour tumor
    infection infected virus disease
    vaccine vaccination vaccinated immunization
    symptom symptoms signs
    cure treatment remedy heal
    treat treatment therapy
    surgery operation surgical
    nurse nursing care
    patient patients
    diet food eat
    obese obesity overweight
    sleep asleep slept
    pain ache painful
    blind sight blindness
    deaf hearing
    mental psychological psychiatric
    suicide killed himself
    alcohol drink liquor wine
    smoke smoking tobacco cigarette
    ancestor ancestors descended forefathers
    descendant descendants
    heir inherit successor
    inherit inherited heir
    throne crown reign
    crown throne crowned coronation
    coronation crowned
    prince princess heir
    noble nobility aristocrat
    slave slaves slavery
    colony colonial settlers
    colonise colonized colony settled
    settler settlers colonists
    independence independent sovereignty freedom
    freedom liberty independence
    revolution revolt uprising rebellion
    rebellion revolt uprising
    coup overthrow overthrown
    overthrow overthrown deposed coup
    treaty agreement pact peace
    peace treaty truce armistice
    surrender surrendered capitulated
    invade invaded invasion
    invasion invaded attack
    occupy occupied occupation
    siege besieged
    bomb bombed bombing explosive
    explode exploded explosion blast
    explosion blast exploded
    nuclear atomic
    spy espionage agent
    refugee refugees displaced
    immigrant immigrants migrants immigration
    emigrate emigrated moved
    citizen citizens nationality
    nationality citizenship citizen
    passport visa
    minister ministry secretary
    parliament legislature assembly congress
    congress parliament legislature
    senator senate
    mayor municipality city
    governor state province
    constitution constitutional charter
    capital seat city
    flag banner
    anthem song national
    currency money coin
    coin coins currency
    holy sacred
    pope vatican catholic
    priest clergy minister
    bishop diocese
    saint st canonized
    pray prayer worship
    bible scripture
    heaven paradise
    myth legend folklore
    ghost spirit haunted
    magic wizard witch
    science scientific
    scientist researcher physicist chemist
    theory hypothesis
    experiment test trial
    element chemical
    molecule compound
    cell cells
    gene genes genetic dna
    brain neural
    heart cardiac
    blood vessel
    lung lungs respiratory
    stomach gastric belly
    evolve evolved evolution
    extinct extinction died
    dinosaur reptile fossil
    mammal animal
    bacteria microbe germ
    atom atomic nucleus
    gravity gravitational
    orbit orbits revolves
    moon satellite
    satellite moon spacecraft
    rocket launch spacecraft
    astronaut cosmonaut crew
    telescope observatory
    mathematician mathematics
    formula equation
    angle degrees
    boundary border limit
    source origin spring
    origin originated comes source
    mouth flows empties
    tributary flows river
    waterfall falls
    dam reservoir
    bay gulf
    peninsula cape
    continent landmass
    equator latitude
    timezone time utc
    neighbour neighbor adjacent borders
    neighbor neighbour borders
    suburb district neighbourhood
    district area region
    region area zone district
    zone area region
    nickname nicknamed called known
    alias pseudonym known
    surname lastname family
    initials letters
    birthplace born
    hometown born native
    widow wife husband
    orphan parents
    twin twins
    adopt adopted adoption
    guardian parent custody
    bachelor unmarried single
    fiance engaged engagement
    boyfriend partner
    girlfriend partner
    colleague coworker team
    assistant aide helper
    expert specialist professional
    beginner beginners novice new starting
    amateur hobby
    honest truthful
    brave courage bravery
    clever intelligent smart
    stupid foolish
    lazy idle
    loud noise noisy
    quiet silent silence
    bright light
    dark darkness black
    soft gentle
    hard difficult tough
    easy simple
    difficult hard challenging
    simple easy basic
    strange odd unusual
    usual normal common
    common frequent usual
    rare uncommon scarce
    strong powerful strength
    weak weakness feeble
    dirty filthy
    beautiful pretty lovely
    ugly hideous
    narrow thin
    thick dense
    smooth even
    rough coarse
    sharp pointed
    round circular
    square rectangular
    hand_in turn_in submit submitted submission file deliver
    turn_in submit submitted submission deliver
    fill_in complete completed enter
    fill_out complete completed form
    sign_up register registration subscribe enroll join
    sign_in login authenticate
    log_in login authenticate authentication
    log_out logout
    set_up setup establish established install create created configure
    carry_out perform performed conduct conducted execute
    find_out learn discover determine
    look_after care maintain tend
    look_for search seek
    look_up search find lookup
    look_into investigate examine
    call_off cancel cancelled
    put_off postpone postponed delay delayed
    put_out extinguish extinguished
    put_in insert add
    put_up raise build erected
    turn_down reject rejected refuse refused decline declined
    turn_off disable disabled shutdown deactivate
    turn_on enable enabled activate activated
    switch_off disable disabled
    switch_on enable enabled
    shut_down shutdown closed stop halt
    give_up surrender abandon quit resign
    give_back return returned
    give_away donate donated
    pay_back repay repaid reimburse refund
    pay_for fund funded sponsor cost
    pass_away died death
    pass_on forward transfer
    pass_out faint
    make_up comprise constitute consist
    made_up comprise constitute consist fictional
    take_over succeed succeeded acquire acquired assume
    took_over succeeded acquired assumed
    take_off depart departure remove
    took_off departed departure
    take_place occur held happen
    took_place occurred held happened
    take_part participate participated
    took_part participated participants
    take_out remove withdraw
    take_away remove removed
    come_up arise propose
    came_up arose proposed
    come_from originate origin derive
    came_from originated origin derived
    come_out released published appear
    came_out released published appeared release
    come_back return returned
    came_back returned
    go_up rise rose increase increased
    went_up rose increased
    go_down fall fell decrease decreased
    went_down fell decreased sank
    go_on continue happen
    went_on continued happened
    go_back return
    went_back returned
    go_out leave
    run_out exhausted expire deplete
    ran_out exhausted expired
    run_away escape flee fled
    ran_away escaped fled
    run_into encounter
    get_rid remove delete eliminate discard
    got_rid removed deleted eliminated
    get_back return returned recover
    got_back returned
    get_in enter
    get_out leave exit escape
    get_off disembark alight leave land landed
    got_off disembarked landed left
    get_on board embark
    got_on boarded embarked
    get_married marry married wedding
    got_married married wedding
    get_up rise wake
    get_over recover
    break_down fail failure collapse
    broke_down failed failure
    break_up separate split dissolve
    broke_up separated split dissolved
    break_in burglary intrusion
    broke_in burglary intrusion
    bring_up raise raised mention
    brought_up raised reared
    bring_back restore
    build_up accumulate
    back_up backup backups copy
    cut_down reduce fell
    cut_off amputated sever
    die_out extinct extinction
    drop_out quit withdraw withdrew left
    end_up finally became
    figure_out determine solve
    grow_up raised childhood
    grew_up raised childhood
    hold_up delay robbery
    keep_up maintain
    kick_off start begin
    kick_out expelled removed
    knock_down demolish demolished
    lay_off dismiss dismissed layoffs
    laid_off dismissed layoffs
    leave_out omit omitted exclude
    left_out omitted excluded
    let_go dismissed released
    let_in admit admitted
    line_up queue
    live_on subsist eat
    made_of consist material composed
    move_in occupy
    move_out vacate leave
    pick_up collect fetch
    pick_out select choose
    point_out note noted
    pull_down demolish demolished
    pull_out withdraw withdrew
    set_off depart departed left trigger
    set_out departed left
    settle_down settled
    send_out dispatch dispatched commissioned
    sent_out dispatched commissioned expedition
    send_back return returned
    show_up appear appeared arrive
    sort_out resolve resolved
    speak_up report
    speed_up accelerate faster improve
    split_up divide divided separate
    start_over restart
    step_down resign resigned resignation
    stepped_down resigned resignation
    stand_down resign resigned
    stay_in lodge
    throw_away discard waste dispose
    throw_out expel discard
    tear_down demolish demolished
    try_out test
    use_up consume exhausted
    wake_up awake
    warm_up heat preheat
    wash_up clean
    wipe_out destroy destroyed eradicated
    wind_up dissolved closed
    work_out calculate solve exercise
    write_down record recorded
    write_off depreciate
    blow_up explode exploded explosion
    blew_up exploded explosion
    catch_fire burn burned
    burn_down burned destroyed fire
    fall_apart collapse
    fall_off drop
    fell_off dropped
    check_in register
    check_out leave
    clear_up resolve
    close_down closed shut
    cool_down chill
    count_up increment
    counts_up increment autoincrement
    time_off leave holiday vacation pto
    day_off leave holiday
    days_off leave holiday vacation
    sick_day leave
    be_off leave absence
    """
}
