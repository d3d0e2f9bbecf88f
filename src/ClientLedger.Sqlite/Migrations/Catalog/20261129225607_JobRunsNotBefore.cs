using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClientLedger.Sqlite.Migrations.Catalog
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
                type: "TEXT",
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
