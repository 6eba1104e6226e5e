using System.Xml.Linq;

namespace Nabla.Architecture.Tests;

/// <summary>What each project of src/ may refer to. A library that users add brings nothing with it.</summary>
public sealed class ProjectTests
{
    // Package references that never reach a user (analyzers) stand in src/Directory.Build.props, not in projects.
    private static readonly (string Project, string[] Projects, string[] Packages)[] s_allowed =
    [
        ("Nabla.Core", [], ["System.Numerics.Tensors"]),
        ("Nabla", ["Nabla.Core", "Nabla.Generators"], []),
        ("Nabla.Generators", [], ["Microsoft.CodeAnalysis.CSharp"]),
        ("Nabla.Testing", ["Nabla"], []),
        ("Nabla.Models", ["Nabla"], []),
        ("Nabla.Studio", ["Nabla"], ["Spectre.Console"]),
        ("Nabla.Cli", ["Nabla", "Nabla.Studio", "Nabla.Tabular"], ["Spectre.Console", "System.CommandLine"]),
        ("Nabla.Logging", ["Nabla"], ["Microsoft.Extensions.Logging.Abstractions"]),
        ("Nabla.Tabular", ["Nabla"], ["CsvHelper"]),
    ];

    [Fact]
    public void ProjectsReferToWhatIsAllowed()
    {
        IEnumerable<string> violations = Projects().SelectMany(project =>
        {
            var (_, projects, packages) = s_allowed.FirstOrDefault(rule => rule.Project == project.Name, ("", [], []));
            IEnumerable<string> referred = References(project.File, "ProjectReference")
                .Select(path => Path.GetFileNameWithoutExtension(path));
            return referred.Except(projects)
                .Concat(References(project.File, "PackageReference").Except(packages))
                .Select(reference => $"{project.File} refers to {reference}, which ProjectTests does not allow");
        });

        Violations.AssertNone(violations);
    }

    [Fact]
    public void OnlyTestsSeeInternals()
    {
        IEnumerable<string> violations = Projects().SelectMany(project => References(project.File, "InternalsVisibleTo")
            .Where(friend => friend != $"{project.Name}.Tests")
            .Select(friend => $"{project.File} opens its internals to {friend}; only its own tests may see them"));

        Violations.AssertNone(violations);
    }

    private static IEnumerable<(string Name, string File)> Projects() => Repository.Files
        .Where(file => file.StartsWith("src/", StringComparison.Ordinal))
        .Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))
        .Select(file => (Path.GetFileNameWithoutExtension(file), file));

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Parse(Repository.ReadText(project)).Descendants(kind)
            .Select(reference => reference.Attribute("Include")!.Value);
}
