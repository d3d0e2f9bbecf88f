using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClientLedger.Postgres.Migrations.Catalog
{
    /// <inheritdoc />
    public partial class JobRunsNotBefore : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "NotBefore",
                table: "JobRuns",
                type: "timestamp(3) with time zone",
                precision: 3,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "NotBefore",
                table: "JobRuns");
        }
    }
}
