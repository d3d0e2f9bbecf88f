using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ClientLedger.SqlServer.Migrations.Catalog
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
                type: "datetime2(3)",
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
