using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClientLedger.SqlServer.Migrations.Ledger
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ApiRequests",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    CallerKind = table.Column<int>(type: "int", nullable: false),
                    CallerId = table.Column<long>(type: "bigint", nullable: false),
                    Operation = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Kind = table.Column<string>(type: "varchar(60)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    DocumentHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true),
                    Points = table.Column<long>(type: "bigint", nullable: false),
                    Microseconds = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    Errors = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Bytes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiRequests", x => new { x.TenantId, x.At, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Books",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Purpose = table.Column<string>(type: "varchar(3000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Audience = table.Column<string>(type: "varchar(3000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Books", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Customers",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShortName = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Kind = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Type = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Grade = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Stage = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Industry = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Source = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Country = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Region = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    City = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Street = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    PostalCode = table.Column<string>(type: "varchar(60)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Phones = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Emails = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Handles = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Website = table.Column<string>(type: "varchar(1500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    TaxNumber = table.Column<string>(type: "varchar(90)", maxLength: 30, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    NationalId = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Gender = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Birthday = table.Column<DateOnly>(type: "date", nullable: true),
                    OwnerId = table.Column<long>(type: "bigint", nullable: true),
                    Book = table.Column<long>(type: "bigint", nullable: false),
                    ParentId = table.Column<long>(type: "bigint", nullable: true),
                    Currency = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    CreditLimit = table.Column<long>(type: "bigint", nullable: true),
                    PaymentTerms = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    BankName = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    BankAccount = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Brands = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Colours = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Models = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    LikedProducts = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ContactChannel = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    DeliveryTime = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    SpecialRequirements = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Hobbies = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    FirstCooperationOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NextContactOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Remarks = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    BankAccountHash = table.Column<string>(type: "varchar(192)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    BankAccountTail = table.Column<string>(type: "varchar(192)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    BankNameKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    CityKey = table.Column<string>(type: "varchar(1600)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    DeliveryTimeKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    NameKey = table.Column<string>(type: "varchar(1600)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    NationalIdHash = table.Column<string>(type: "varchar(192)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    NationalIdTail = table.Column<string>(type: "varchar(192)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    NumberKey = table.Column<string>(type: "varchar(1600)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    PaymentTermsKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    PostalCodeKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    RemarksKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ShortNameKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    SpecialRequirementsKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    StreetKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    CreatedBy = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    UpdatedBy = table.Column<long>(type: "bigint", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    Custom = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Customers", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Customers_Customers_TenantId_ParentId",
                        columns: x => new { x.TenantId, x.ParentId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "CustomFields",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<int>(type: "int", nullable: false),
                    Entity = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Definition = table.Column<string>(type: "varchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    BookId = table.Column<long>(type: "bigint", nullable: true),
                    Retired = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomFields", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ExchangeRates",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Base = table.Column<string>(type: "varchar(9)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Currency = table.Column<string>(type: "varchar(9)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Rate = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExchangeRates", x => new { x.TenantId, x.Base, x.Currency, x.Date });
                });

            migrationBuilder.CreateTable(
                name: "FieldIndex",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    FieldId = table.Column<int>(type: "int", nullable: false),
                    RecordId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    IsNull = table.Column<bool>(type: "bit", nullable: false),
                    Text = table.Column<string>(type: "varchar(1500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Number = table.Column<long>(type: "bigint", nullable: true),
                    Moment = table.Column<DateTime>(type: "datetime2(3)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FieldIndex", x => new { x.TenantId, x.FieldId, x.RecordId, x.Position });
                });

            migrationBuilder.CreateTable(
                name: "ImportRuns",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    FileName = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    Headings = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Plan = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    StartedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    Lines = table.Column<long>(type: "bigint", nullable: false),
                    Created = table.Column<long>(type: "bigint", nullable: false),
                    Updated = table.Column<long>(type: "bigint", nullable: false),
                    Skipped = table.Column<long>(type: "bigint", nullable: false),
                    Unchanged = table.Column<long>(type: "bigint", nullable: false),
                    Refused = table.Column<long>(type: "bigint", nullable: false),
                    FileIsGone = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportRuns", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "JobCheckpoints",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    RunId = table.Column<long>(type: "bigint", nullable: false),
                    Attempt = table.Column<int>(type: "int", nullable: false),
                    Done = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<string>(type: "varchar(6000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Failure = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobCheckpoints", x => new { x.TenantId, x.RunId });
                });

            migrationBuilder.CreateTable(
                name: "KeptAnswers",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    ClientId = table.Column<long>(type: "bigint", nullable: false),
                    KeyHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Field = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    RequestHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptAnswers", x => new { x.TenantId, x.ClientId, x.KeyHash, x.Field });
                });

            migrationBuilder.CreateTable(
                name: "LogEntry",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    SetId = table.Column<long>(type: "bigint", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    EntityId = table.Column<int>(type: "int", nullable: false),
                    RecordId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Verb = table.Column<int>(type: "int", nullable: false),
                    Changes = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Salt = table.Column<byte[]>(type: "varbinary(16)", maxLength: 16, nullable: true),
                    ValuesHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogEntry", x => new { x.TenantId, x.SetId, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "LogHead",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogHead", x => x.TenantId);
                });

            migrationBuilder.CreateTable(
                name: "LogSet",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    SetId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    ActorKind = table.Column<int>(type: "int", nullable: false),
                    ActorId = table.Column<long>(type: "bigint", nullable: false),
                    ActorName = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Door = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "varchar(3000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    BatchId = table.Column<long>(type: "bigint", nullable: true),
                    Entries = table.Column<int>(type: "int", nullable: false),
                    Digest = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogSet", x => new { x.TenantId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Products",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "varchar(180)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Category = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Brand = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Model = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Unit = table.Column<string>(type: "varchar(60)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Description = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Price = table.Column<long>(type: "bigint", nullable: true),
                    Currency = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Active = table.Column<bool>(type: "bit", nullable: false),
                    Book = table.Column<long>(type: "bigint", nullable: false),
                    BrandKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    CategoryKey = table.Column<string>(type: "varchar(1600)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    DescriptionKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ModelKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    NameKey = table.Column<string>(type: "varchar(1600)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    NumberKey = table.Column<string>(type: "varchar(1600)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    UnitKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    CreatedBy = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    UpdatedBy = table.Column<long>(type: "bigint", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    Custom = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Products", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Roles",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    IsOwner = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Roles", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ScopeStamps",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScopeStamps", x => x.TenantId);
                });

            migrationBuilder.CreateTable(
                name: "SearchTerm",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Term = table.Column<string>(type: "varchar(387)", maxLength: 129, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    FieldId = table.Column<int>(type: "int", nullable: false),
                    RecordId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchTerm", x => new { x.TenantId, x.Term, x.FieldId, x.RecordId });
                });

            migrationBuilder.CreateTable(
                name: "Sequences",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Prefix = table.Column<string>(type: "varchar(60)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Width = table.Column<int>(type: "int", nullable: false),
                    Next = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sequences", x => new { x.TenantId, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "Teams",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ParentId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Teams", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Teams_Teams_TenantId_ParentId",
                        columns: x => new { x.TenantId, x.ParentId },
                        principalTable: "Teams",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "TenantSettings",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Company = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Zone = table.Column<string>(type: "varchar(180)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Language = table.Column<int>(type: "int", nullable: false),
                    BaseCurrency = table.Column<string>(type: "varchar(9)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    DefaultCountry = table.Column<string>(type: "varchar(6)", maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TenantSettings", x => x.TenantId);
                });

            migrationBuilder.CreateTable(
                name: "Contacts",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CustomerId = table.Column<long>(type: "bigint", nullable: true),
                    Gender = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    JobTitle = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Department = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Role = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Phones = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Emails = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Handles = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Birthday = table.Column<DateOnly>(type: "date", nullable: true),
                    Anniversary = table.Column<DateOnly>(type: "date", nullable: true),
                    NationalId = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    OwnerId = table.Column<long>(type: "bigint", nullable: true),
                    ContactChannel = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    DeliveryTime = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Hobbies = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Remarks = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    DeliveryTimeKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    DepartmentKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    JobTitleKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    NameKey = table.Column<string>(type: "varchar(1600)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    NationalIdHash = table.Column<string>(type: "varchar(192)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    NationalIdTail = table.Column<string>(type: "varchar(192)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    RemarksKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    CreatedBy = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    UpdatedBy = table.Column<long>(type: "bigint", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    Custom = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contacts", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Contacts_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "CustomerCurrencyTotals",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CustomerId = table.Column<long>(type: "bigint", nullable: false),
                    Currency = table.Column<string>(type: "varchar(9)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderCount = table.Column<long>(type: "bigint", nullable: false),
                    ReturnCount = table.Column<long>(type: "bigint", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    ReturnedAmount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerCurrencyTotals", x => new { x.TenantId, x.CustomerId, x.Currency });
                    table.ForeignKey(
                        name: "FK_CustomerCurrencyTotals_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "CustomerTotals",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    CustomerId = table.Column<long>(type: "bigint", nullable: false),
                    OrderCount = table.Column<long>(type: "bigint", nullable: false),
                    ReturnCount = table.Column<long>(type: "bigint", nullable: false),
                    FirstOrderOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastOrderOn = table.Column<DateOnly>(type: "date", nullable: true),
                    BaseAmount = table.Column<long>(type: "bigint", nullable: false),
                    BaseReturned = table.Column<long>(type: "bigint", nullable: false),
                    WithoutRate = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerTotals", x => new { x.TenantId, x.CustomerId });
                    table.ForeignKey(
                        name: "FK_CustomerTotals_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Notes",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    CustomerId = table.Column<long>(type: "bigint", nullable: false),
                    Subject = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Body = table.Column<string>(type: "varchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Pinned = table.Column<bool>(type: "bit", nullable: false),
                    OwnerId = table.Column<long>(type: "bigint", nullable: true),
                    BodyKey = table.Column<string>(type: "varchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    SubjectKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    CreatedBy = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    UpdatedBy = table.Column<long>(type: "bigint", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    Custom = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notes", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Notes_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Projects",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CustomerId = table.Column<long>(type: "bigint", nullable: false),
                    Stage = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Progress = table.Column<long>(type: "bigint", nullable: true),
                    Description = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OwnerId = table.Column<long>(type: "bigint", nullable: true),
                    Book = table.Column<long>(type: "bigint", nullable: false),
                    Remarks = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    DescriptionKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    NameKey = table.Column<string>(type: "varchar(1600)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    RemarksKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    CreatedBy = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    UpdatedBy = table.Column<long>(type: "bigint", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    Custom = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Projects", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Projects_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "RefusedLines",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    ImportId = table.Column<long>(type: "bigint", nullable: false),
                    FirstRow = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefusedLines", x => new { x.TenantId, x.ImportId, x.FirstRow });
                    table.ForeignKey(
                        name: "FK_RefusedLines_ImportRuns_TenantId_ImportId",
                        columns: x => new { x.TenantId, x.ImportId },
                        principalTable: "ImportRuns",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "UploadChunks",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    ImportId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UploadChunks", x => new { x.TenantId, x.ImportId, x.Number });
                    table.ForeignKey(
                        name: "FK_UploadChunks_ImportRuns_TenantId_ImportId",
                        columns: x => new { x.TenantId, x.ImportId },
                        principalTable: "ImportRuns",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Needs",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Subject = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CustomerId = table.Column<long>(type: "bigint", nullable: false),
                    Body = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    State = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Priority = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    OwnerId = table.Column<long>(type: "bigint", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ProductId = table.Column<long>(type: "bigint", nullable: true),
                    BodyKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    SubjectKey = table.Column<string>(type: "varchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    CreatedBy = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    UpdatedBy = table.Column<long>(type: "bigint", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    Custom = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Needs", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Needs_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Needs_Products_TenantId_ProductId",
                        columns: x => new { x.TenantId, x.ProductId },
                        principalTable: "Products",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "RoleGrants",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    RoleId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Entity = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Definition = table.Column<string>(type: "varchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleGrants", x => new { x.TenantId, x.RoleId, x.Position });
                    table.ForeignKey(
                        name: "FK_RoleGrants_Roles_TenantId_RoleId",
                        columns: x => new { x.TenantId, x.RoleId },
                        principalTable: "Roles",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "RoleMembers",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    RoleId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleMembers", x => new { x.TenantId, x.RoleId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_RoleMembers_Roles_TenantId_RoleId",
                        columns: x => new { x.TenantId, x.RoleId },
                        principalTable: "Roles",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Shares",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    EntityId = table.Column<int>(type: "int", nullable: false),
                    RecordId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: true),
                    TeamId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shares", x => new { x.TenantId, x.Id });
                    table.CheckConstraint("CK_Shares_OneParty", "(\"PersonId\" IS NULL AND \"TeamId\" IS NOT NULL) OR (\"PersonId\" IS NOT NULL AND \"TeamId\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Shares_Teams_TenantId_TeamId",
                        columns: x => new { x.TenantId, x.TeamId },
                        principalTable: "Teams",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "TeamMembers",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    TeamId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamMembers", x => new { x.TenantId, x.TeamId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_TeamMembers_Teams_TenantId_TeamId",
                        columns: x => new { x.TenantId, x.TeamId },
                        principalTable: "Teams",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    CustomerId = table.Column<long>(type: "bigint", nullable: false),
                    ContactId = table.Column<long>(type: "bigint", nullable: true),
                    Kind = table.Column<string>(type: "varchar(180)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    At = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    Object = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Source = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Data = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    OwnerId = table.Column<long>(type: "bigint", nullable: true),
                    DataKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    KindKey = table.Column<string>(type: "varchar(1600)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    ObjectKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    SourceKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    CreatedBy = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    UpdatedBy = table.Column<long>(type: "bigint", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    Custom = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Events_Contacts_TenantId_ContactId",
                        columns: x => new { x.TenantId, x.ContactId },
                        principalTable: "Contacts",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Events_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Contracts",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "varchar(180)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Name = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    CustomerId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OwnerId = table.Column<long>(type: "bigint", nullable: true),
                    Amount = table.Column<long>(type: "bigint", nullable: true),
                    Currency = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ProjectId = table.Column<long>(type: "bigint", nullable: true),
                    Remarks = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    NameKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    NumberKey = table.Column<string>(type: "varchar(1600)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    RemarksKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    CreatedBy = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    UpdatedBy = table.Column<long>(type: "bigint", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    Custom = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contracts", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Contracts_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Contracts_Projects_TenantId_ProjectId",
                        columns: x => new { x.TenantId, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Interactions",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    CustomerId = table.Column<long>(type: "bigint", nullable: false),
                    ContactId = table.Column<long>(type: "bigint", nullable: true),
                    Kind = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    At = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    Subject = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Body = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    OwnerId = table.Column<long>(type: "bigint", nullable: true),
                    ProjectId = table.Column<long>(type: "bigint", nullable: true),
                    Sentiment = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Rating = table.Column<long>(type: "bigint", nullable: true),
                    BodyKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    SubjectKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    CreatedBy = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    UpdatedBy = table.Column<long>(type: "bigint", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    Custom = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interactions", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Interactions_Contacts_TenantId_ContactId",
                        columns: x => new { x.TenantId, x.ContactId },
                        principalTable: "Contacts",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Interactions_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Interactions_Projects_TenantId_ProjectId",
                        columns: x => new { x.TenantId, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Tasks",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Subject = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CustomerId = table.Column<long>(type: "bigint", nullable: true),
                    ContactId = table.Column<long>(type: "bigint", nullable: true),
                    Body = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    OwnerId = table.Column<long>(type: "bigint", nullable: true),
                    DueAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    State = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Priority = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    DoneAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    ProjectId = table.Column<long>(type: "bigint", nullable: true),
                    BodyKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    SubjectKey = table.Column<string>(type: "varchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    CreatedBy = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    UpdatedBy = table.Column<long>(type: "bigint", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    Custom = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tasks", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Tasks_Contacts_TenantId_ContactId",
                        columns: x => new { x.TenantId, x.ContactId },
                        principalTable: "Contacts",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Tasks_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Tasks_Projects_TenantId_ProjectId",
                        columns: x => new { x.TenantId, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Orders",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "varchar(180)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    CustomerId = table.Column<long>(type: "bigint", nullable: false),
                    ContactId = table.Column<long>(type: "bigint", nullable: true),
                    Kind = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    State = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    Currency = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Amount = table.Column<long>(type: "bigint", nullable: true),
                    DeliverOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OwnerId = table.Column<long>(type: "bigint", nullable: true),
                    ProjectId = table.Column<long>(type: "bigint", nullable: true),
                    ContractId = table.Column<long>(type: "bigint", nullable: true),
                    SpecialRequirements = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Remarks = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    NumberKey = table.Column<string>(type: "varchar(1600)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    RemarksKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    SpecialRequirementsKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    CreatedBy = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    UpdatedBy = table.Column<long>(type: "bigint", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    Custom = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Orders", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Orders_Contacts_TenantId_ContactId",
                        columns: x => new { x.TenantId, x.ContactId },
                        principalTable: "Contacts",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Orders_Contracts_TenantId_ContractId",
                        columns: x => new { x.TenantId, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Orders_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Orders_Projects_TenantId_ProjectId",
                        columns: x => new { x.TenantId, x.ProjectId },
                        principalTable: "Projects",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Attachments",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    FileName = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    CustomerId = table.Column<long>(type: "bigint", nullable: true),
                    ContractId = table.Column<long>(type: "bigint", nullable: true),
                    InteractionId = table.Column<long>(type: "bigint", nullable: true),
                    OrderId = table.Column<long>(type: "bigint", nullable: true),
                    ContentType = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Size = table.Column<long>(type: "bigint", nullable: true),
                    StorageKey = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Sha256 = table.Column<string>(type: "varchar(192)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    OwnerId = table.Column<long>(type: "bigint", nullable: true),
                    ContentTypeKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    FileNameKey = table.Column<string>(type: "varchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Sha256Key = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    StorageKeyKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    CreatedBy = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    UpdatedBy = table.Column<long>(type: "bigint", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    Custom = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attachments", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Attachments_Contracts_TenantId_ContractId",
                        columns: x => new { x.TenantId, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Attachments_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Attachments_Interactions_TenantId_InteractionId",
                        columns: x => new { x.TenantId, x.InteractionId },
                        principalTable: "Interactions",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Attachments_Orders_TenantId_OrderId",
                        columns: x => new { x.TenantId, x.OrderId },
                        principalTable: "Orders",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "OrderLines",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "varchar(240)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    OrderId = table.Column<long>(type: "bigint", nullable: false),
                    ProductId = table.Column<long>(type: "bigint", nullable: true),
                    Description = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Quantity = table.Column<long>(type: "bigint", nullable: true),
                    Unit = table.Column<string>(type: "varchar(60)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    UnitPrice = table.Column<long>(type: "bigint", nullable: true),
                    Discount = table.Column<long>(type: "bigint", nullable: true),
                    Amount = table.Column<long>(type: "bigint", nullable: true),
                    DescriptionKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    NumberKey = table.Column<string>(type: "varchar(1600)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    UnitKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    CreatedBy = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    UpdatedBy = table.Column<long>(type: "bigint", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    Custom = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderLines", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_OrderLines_Orders_TenantId_OrderId",
                        columns: x => new { x.TenantId, x.OrderId },
                        principalTable: "Orders",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_OrderLines_Products_TenantId_ProductId",
                        columns: x => new { x.TenantId, x.ProductId },
                        principalTable: "Products",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Payments",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "varchar(180)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    CustomerId = table.Column<long>(type: "bigint", nullable: false),
                    ContractId = table.Column<long>(type: "bigint", nullable: true),
                    OrderId = table.Column<long>(type: "bigint", nullable: true),
                    State = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OwnerId = table.Column<long>(type: "bigint", nullable: true),
                    Currency = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DueAmount = table.Column<long>(type: "bigint", nullable: true),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PaidAmount = table.Column<long>(type: "bigint", nullable: true),
                    Method = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Remarks = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    NumberKey = table.Column<string>(type: "varchar(1600)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    RemarksKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    CreatedBy = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    UpdatedBy = table.Column<long>(type: "bigint", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    Custom = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payments", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Payments_Contracts_TenantId_ContractId",
                        columns: x => new { x.TenantId, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Payments_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Payments_Orders_TenantId_OrderId",
                        columns: x => new { x.TenantId, x.OrderId },
                        principalTable: "Orders",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateTable(
                name: "Tickets",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "varchar(180)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    CustomerId = table.Column<long>(type: "bigint", nullable: true),
                    ContactId = table.Column<long>(type: "bigint", nullable: true),
                    Kind = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Subject = table.Column<string>(type: "varchar(600)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    Body = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Topic = table.Column<string>(type: "varchar(300)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Sentiment = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Severity = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    State = table.Column<string>(type: "varchar(120)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    OwnerId = table.Column<long>(type: "bigint", nullable: true),
                    DueAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    OrderId = table.Column<long>(type: "bigint", nullable: true),
                    ProductId = table.Column<long>(type: "bigint", nullable: true),
                    ResolvedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    Resolution = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Rating = table.Column<long>(type: "bigint", nullable: true),
                    Action = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ActionClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ActionKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    BodyKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    NumberKey = table.Column<string>(type: "varchar(1600)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    ResolutionKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    SubjectKey = table.Column<string>(type: "varchar(max)", nullable: false, collation: "Latin1_General_100_BIN2_UTF8"),
                    TopicKey = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8"),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    CreatedBy = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: false),
                    UpdatedBy = table.Column<long>(type: "bigint", nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "datetime2(3)", nullable: true),
                    Custom = table.Column<string>(type: "varchar(max)", nullable: true, collation: "Latin1_General_100_BIN2_UTF8")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tickets", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Tickets_Contacts_TenantId_ContactId",
                        columns: x => new { x.TenantId, x.ContactId },
                        principalTable: "Contacts",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Tickets_Customers_TenantId_CustomerId",
                        columns: x => new { x.TenantId, x.CustomerId },
                        principalTable: "Customers",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Tickets_Orders_TenantId_OrderId",
                        columns: x => new { x.TenantId, x.OrderId },
                        principalTable: "Orders",
                        principalColumns: new[] { "TenantId", "Id" });
                    table.ForeignKey(
                        name: "FK_Tickets_Products_TenantId_ProductId",
                        columns: x => new { x.TenantId, x.ProductId },
                        principalTable: "Products",
                        principalColumns: new[] { "TenantId", "Id" });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_TenantId_ContractId_Id",
                table: "Attachments",
                columns: new[] { "TenantId", "ContractId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_TenantId_CreatedAt_Id",
                table: "Attachments",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_TenantId_CustomerId_Id",
                table: "Attachments",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_TenantId_InteractionId_Id",
                table: "Attachments",
                columns: new[] { "TenantId", "InteractionId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_TenantId_OrderId_Id",
                table: "Attachments",
                columns: new[] { "TenantId", "OrderId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_TenantId_OwnerId_Id",
                table: "Attachments",
                columns: new[] { "TenantId", "OwnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_TenantId_UpdatedAt_Id",
                table: "Attachments",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_TenantId_CreatedAt_Id",
                table: "Contacts",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_TenantId_CustomerId_Id",
                table: "Contacts",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_TenantId_NameKey_Id",
                table: "Contacts",
                columns: new[] { "TenantId", "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_TenantId_NationalIdHash_Id",
                table: "Contacts",
                columns: new[] { "TenantId", "NationalIdHash", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_TenantId_NationalIdTail_Id",
                table: "Contacts",
                columns: new[] { "TenantId", "NationalIdTail", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_TenantId_OwnerId_Id",
                table: "Contacts",
                columns: new[] { "TenantId", "OwnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_TenantId_UpdatedAt_Id",
                table: "Contacts",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_TenantId_CreatedAt_Id",
                table: "Contracts",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_TenantId_CustomerId_Id",
                table: "Contracts",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_TenantId_EndsOn_Id",
                table: "Contracts",
                columns: new[] { "TenantId", "EndsOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_TenantId_NumberKey",
                table: "Contracts",
                columns: new[] { "TenantId", "NumberKey" },
                unique: true,
                filter: "[DeletedAt] IS NULL AND [NumberKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_TenantId_NumberKey_Id",
                table: "Contracts",
                columns: new[] { "TenantId", "NumberKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_TenantId_OwnerId_Id",
                table: "Contracts",
                columns: new[] { "TenantId", "OwnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_TenantId_ProjectId_Id",
                table: "Contracts",
                columns: new[] { "TenantId", "ProjectId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_TenantId_UpdatedAt_Id",
                table: "Contracts",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_BankAccountHash_Id",
                table: "Customers",
                columns: new[] { "TenantId", "BankAccountHash", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_BankAccountTail_Id",
                table: "Customers",
                columns: new[] { "TenantId", "BankAccountTail", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_CityKey_Id",
                table: "Customers",
                columns: new[] { "TenantId", "CityKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_CreatedAt_Id",
                table: "Customers",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_Grade_UpdatedAt_Id",
                table: "Customers",
                columns: new[] { "TenantId", "Grade", "UpdatedAt", "Id" },
                descending: new[] { false, false, true, false },
                filter: "[DeletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_Industry_UpdatedAt_Id",
                table: "Customers",
                columns: new[] { "TenantId", "Industry", "UpdatedAt", "Id" },
                descending: new[] { false, false, true, false },
                filter: "[DeletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_NameKey_Id",
                table: "Customers",
                columns: new[] { "TenantId", "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_NationalIdHash_Id",
                table: "Customers",
                columns: new[] { "TenantId", "NationalIdHash", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_NationalIdTail_Id",
                table: "Customers",
                columns: new[] { "TenantId", "NationalIdTail", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_NextContactOn_Id",
                table: "Customers",
                columns: new[] { "TenantId", "NextContactOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_NumberKey",
                table: "Customers",
                columns: new[] { "TenantId", "NumberKey" },
                unique: true,
                filter: "[DeletedAt] IS NULL AND [NumberKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_NumberKey_Id",
                table: "Customers",
                columns: new[] { "TenantId", "NumberKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_OwnerId_Id",
                table: "Customers",
                columns: new[] { "TenantId", "OwnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_OwnerId_UpdatedAt_Id",
                table: "Customers",
                columns: new[] { "TenantId", "OwnerId", "UpdatedAt", "Id" },
                descending: new[] { false, false, true, false },
                filter: "[DeletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_ParentId_Id",
                table: "Customers",
                columns: new[] { "TenantId", "ParentId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_Region_Id",
                table: "Customers",
                columns: new[] { "TenantId", "Region", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_Stage_UpdatedAt_Id",
                table: "Customers",
                columns: new[] { "TenantId", "Stage", "UpdatedAt", "Id" },
                descending: new[] { false, false, true, false },
                filter: "[DeletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_TaxNumber_Id",
                table: "Customers",
                columns: new[] { "TenantId", "TaxNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_TenantId_UpdatedAt_Id",
                table: "Customers",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CustomFields_TenantId_Entity_Name",
                table: "CustomFields",
                columns: new[] { "TenantId", "Entity", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Events_TenantId_At_Id",
                table: "Events",
                columns: new[] { "TenantId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Events_TenantId_ContactId_Id",
                table: "Events",
                columns: new[] { "TenantId", "ContactId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Events_TenantId_CreatedAt_Id",
                table: "Events",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Events_TenantId_CustomerId_Id",
                table: "Events",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Events_TenantId_KindKey_Id",
                table: "Events",
                columns: new[] { "TenantId", "KindKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Events_TenantId_OwnerId_Id",
                table: "Events",
                columns: new[] { "TenantId", "OwnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Events_TenantId_UpdatedAt_Id",
                table: "Events",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FieldIndex_TenantId_FieldId_Text_Number_Moment_RecordId",
                table: "FieldIndex",
                columns: new[] { "TenantId", "FieldId", "Text", "Number", "Moment", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportRuns_TenantId_PersonId_UploadedAt",
                table: "ImportRuns",
                columns: new[] { "TenantId", "PersonId", "UploadedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_At_Id",
                table: "Interactions",
                columns: new[] { "TenantId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_ContactId_Id",
                table: "Interactions",
                columns: new[] { "TenantId", "ContactId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_CreatedAt_Id",
                table: "Interactions",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_CustomerId_At_Id",
                table: "Interactions",
                columns: new[] { "TenantId", "CustomerId", "At", "Id" },
                descending: new[] { false, false, true, false },
                filter: "[DeletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_CustomerId_Id",
                table: "Interactions",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_OwnerId_Id",
                table: "Interactions",
                columns: new[] { "TenantId", "OwnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_ProjectId_Id",
                table: "Interactions",
                columns: new[] { "TenantId", "ProjectId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Interactions_TenantId_UpdatedAt_Id",
                table: "Interactions",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LogEntry_TenantId_RecordId_Version",
                table: "LogEntry",
                columns: new[] { "TenantId", "RecordId", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_LogSet_TenantId_SetId",
                table: "LogSet",
                columns: new[] { "TenantId", "SetId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Needs_TenantId_CreatedAt_Id",
                table: "Needs",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Needs_TenantId_CustomerId_Id",
                table: "Needs",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Needs_TenantId_OwnerId_Id",
                table: "Needs",
                columns: new[] { "TenantId", "OwnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Needs_TenantId_ProductId_Id",
                table: "Needs",
                columns: new[] { "TenantId", "ProductId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Needs_TenantId_UpdatedAt_Id",
                table: "Needs",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notes_TenantId_CreatedAt_Id",
                table: "Notes",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notes_TenantId_CustomerId_Id",
                table: "Notes",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notes_TenantId_OwnerId_Id",
                table: "Notes",
                columns: new[] { "TenantId", "OwnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notes_TenantId_UpdatedAt_Id",
                table: "Notes",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderLines_TenantId_CreatedAt_Id",
                table: "OrderLines",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderLines_TenantId_NumberKey",
                table: "OrderLines",
                columns: new[] { "TenantId", "NumberKey" },
                unique: true,
                filter: "[DeletedAt] IS NULL AND [NumberKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OrderLines_TenantId_NumberKey_Id",
                table: "OrderLines",
                columns: new[] { "TenantId", "NumberKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderLines_TenantId_OrderId_Id",
                table: "OrderLines",
                columns: new[] { "TenantId", "OrderId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderLines_TenantId_ProductId_Id",
                table: "OrderLines",
                columns: new[] { "TenantId", "ProductId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderLines_TenantId_UpdatedAt_Id",
                table: "OrderLines",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_TenantId_ContactId_Id",
                table: "Orders",
                columns: new[] { "TenantId", "ContactId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_TenantId_ContractId_Id",
                table: "Orders",
                columns: new[] { "TenantId", "ContractId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_TenantId_CreatedAt_Id",
                table: "Orders",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_TenantId_CustomerId_Id",
                table: "Orders",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_TenantId_CustomerId_OrderedAt_Id",
                table: "Orders",
                columns: new[] { "TenantId", "CustomerId", "OrderedAt", "Id" },
                descending: new[] { false, false, true, false },
                filter: "[DeletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_TenantId_NumberKey",
                table: "Orders",
                columns: new[] { "TenantId", "NumberKey" },
                unique: true,
                filter: "[DeletedAt] IS NULL AND [NumberKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_TenantId_NumberKey_Id",
                table: "Orders",
                columns: new[] { "TenantId", "NumberKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_TenantId_OrderedAt_Id",
                table: "Orders",
                columns: new[] { "TenantId", "OrderedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_TenantId_OwnerId_Id",
                table: "Orders",
                columns: new[] { "TenantId", "OwnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_TenantId_ProjectId_Id",
                table: "Orders",
                columns: new[] { "TenantId", "ProjectId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_TenantId_UpdatedAt_Id",
                table: "Orders",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_TenantId_ContractId_Id",
                table: "Payments",
                columns: new[] { "TenantId", "ContractId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_TenantId_CreatedAt_Id",
                table: "Payments",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_TenantId_CustomerId_Id",
                table: "Payments",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_TenantId_DueOn_Id",
                table: "Payments",
                columns: new[] { "TenantId", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_TenantId_NumberKey",
                table: "Payments",
                columns: new[] { "TenantId", "NumberKey" },
                unique: true,
                filter: "[DeletedAt] IS NULL AND [NumberKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_TenantId_NumberKey_Id",
                table: "Payments",
                columns: new[] { "TenantId", "NumberKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_TenantId_OrderId_Id",
                table: "Payments",
                columns: new[] { "TenantId", "OrderId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_TenantId_OwnerId_Id",
                table: "Payments",
                columns: new[] { "TenantId", "OwnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_TenantId_UpdatedAt_Id",
                table: "Payments",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Products_TenantId_CategoryKey_Id",
                table: "Products",
                columns: new[] { "TenantId", "CategoryKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Products_TenantId_CreatedAt_Id",
                table: "Products",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Products_TenantId_NameKey_Id",
                table: "Products",
                columns: new[] { "TenantId", "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Products_TenantId_NumberKey",
                table: "Products",
                columns: new[] { "TenantId", "NumberKey" },
                unique: true,
                filter: "[DeletedAt] IS NULL AND [NumberKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Products_TenantId_NumberKey_Id",
                table: "Products",
                columns: new[] { "TenantId", "NumberKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Products_TenantId_UpdatedAt_Id",
                table: "Products",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_TenantId_CreatedAt_Id",
                table: "Projects",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_TenantId_CustomerId_Id",
                table: "Projects",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_TenantId_EndsOn_Id",
                table: "Projects",
                columns: new[] { "TenantId", "EndsOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_TenantId_NameKey_Id",
                table: "Projects",
                columns: new[] { "TenantId", "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_TenantId_OwnerId_Id",
                table: "Projects",
                columns: new[] { "TenantId", "OwnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_TenantId_UpdatedAt_Id",
                table: "Projects",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Roles_TenantId_Name",
                table: "Roles",
                columns: new[] { "TenantId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Shares_TenantId_EntityId_PersonId_RecordId",
                table: "Shares",
                columns: new[] { "TenantId", "EntityId", "PersonId", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_Shares_TenantId_EntityId_TeamId_RecordId",
                table: "Shares",
                columns: new[] { "TenantId", "EntityId", "TeamId", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_Shares_TenantId_TeamId",
                table: "Shares",
                columns: new[] { "TenantId", "TeamId" });

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_TenantId_ContactId_Id",
                table: "Tasks",
                columns: new[] { "TenantId", "ContactId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_TenantId_CreatedAt_Id",
                table: "Tasks",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_TenantId_CustomerId_Id",
                table: "Tasks",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_TenantId_DueAt_Id",
                table: "Tasks",
                columns: new[] { "TenantId", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_TenantId_OwnerId_Id",
                table: "Tasks",
                columns: new[] { "TenantId", "OwnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_TenantId_ProjectId_Id",
                table: "Tasks",
                columns: new[] { "TenantId", "ProjectId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_TenantId_UpdatedAt_Id",
                table: "Tasks",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Teams_TenantId_ParentId",
                table: "Teams",
                columns: new[] { "TenantId", "ParentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_TenantId_ContactId_Id",
                table: "Tickets",
                columns: new[] { "TenantId", "ContactId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_TenantId_CreatedAt_Id",
                table: "Tickets",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_TenantId_CustomerId_Id",
                table: "Tickets",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_TenantId_DueAt_Id",
                table: "Tickets",
                columns: new[] { "TenantId", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_TenantId_NumberKey",
                table: "Tickets",
                columns: new[] { "TenantId", "NumberKey" },
                unique: true,
                filter: "[DeletedAt] IS NULL AND [NumberKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_TenantId_NumberKey_Id",
                table: "Tickets",
                columns: new[] { "TenantId", "NumberKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_TenantId_OrderId_Id",
                table: "Tickets",
                columns: new[] { "TenantId", "OrderId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_TenantId_OwnerId_Id",
                table: "Tickets",
                columns: new[] { "TenantId", "OwnerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_TenantId_ProductId_Id",
                table: "Tickets",
                columns: new[] { "TenantId", "ProductId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_TenantId_UpdatedAt_Id",
                table: "Tickets",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApiRequests");

            migrationBuilder.DropTable(
                name: "Attachments");

            migrationBuilder.DropTable(
                name: "Books");

            migrationBuilder.DropTable(
                name: "CustomerCurrencyTotals");

            migrationBuilder.DropTable(
                name: "CustomerTotals");

            migrationBuilder.DropTable(
                name: "CustomFields");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropTable(
                name: "ExchangeRates");

            migrationBuilder.DropTable(
                name: "FieldIndex");

            migrationBuilder.DropTable(
                name: "JobCheckpoints");

            migrationBuilder.DropTable(
                name: "KeptAnswers");

            migrationBuilder.DropTable(
                name: "LogEntry");

            migrationBuilder.DropTable(
                name: "LogHead");

            migrationBuilder.DropTable(
                name: "LogSet");

            migrationBuilder.DropTable(
                name: "Needs");

            migrationBuilder.DropTable(
                name: "Notes");

            migrationBuilder.DropTable(
                name: "OrderLines");

            migrationBuilder.DropTable(
                name: "Payments");

            migrationBuilder.DropTable(
                name: "RefusedLines");

            migrationBuilder.DropTable(
                name: "RoleGrants");

            migrationBuilder.DropTable(
                name: "RoleMembers");

            migrationBuilder.DropTable(
                name: "ScopeStamps");

            migrationBuilder.DropTable(
                name: "SearchTerm");

            migrationBuilder.DropTable(
                name: "Sequences");

            migrationBuilder.DropTable(
                name: "Shares");

            migrationBuilder.DropTable(
                name: "Tasks");

            migrationBuilder.DropTable(
                name: "TeamMembers");

            migrationBuilder.DropTable(
                name: "TenantSettings");

            migrationBuilder.DropTable(
                name: "Tickets");

            migrationBuilder.DropTable(
                name: "UploadChunks");

            migrationBuilder.DropTable(
                name: "Interactions");

            migrationBuilder.DropTable(
                name: "Roles");

            migrationBuilder.DropTable(
                name: "Teams");

            migrationBuilder.DropTable(
                name: "Orders");

            migrationBuilder.DropTable(
                name: "Products");

            migrationBuilder.DropTable(
                name: "ImportRuns");

            migrationBuilder.DropTable(
                name: "Contacts");

            migrationBuilder.DropTable(
                name: "Contracts");

            migrationBuilder.DropTable(
                name: "Projects");

            migrationBuilder.DropTable(
                name: "Customers");
        }
    }
}
