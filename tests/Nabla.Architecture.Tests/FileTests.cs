namespace Nabla.Architecture.Tests;

/// <summary>Sizes and names of files.</summary>
public sealed class FileTests
{
    private static readonly string[] s_sources = [.. Repository.SourcesUnder("")];

    [Fact]
    public void NoFileIsLongerThanItsKindAllows()
    {
        HashSet<string> excused = [.. FileRules.LongFiles.Select(entry => entry.File)];
        var tooLong = s_sources
            .Select(file => (Path: file, Lines: Repository.ReadLines(file).Length, Ceiling: FileRules.CeilingOf(file)))
            .Where(file => file.Lines > file.Ceiling)
            .ToArray();

        IEnumerable<string> violations = tooLong
            .Where(file => !excused.Contains(file.Path))
            .Select(file => $"{file.Path}: {file.Lines} lines, of {file.Ceiling} that its kind may have");
        IEnumerable<string> stale = excused.Except(tooLong.Select(file => file.Path))
            .Select(file => $"FileRules.LongFiles lists {file}, which is short enough");

        Violations.AssertNone(violations.Concat(stale));
    }

    [Fact]
    public void NoLineIsTooLong()
    {
        IEnumerable<string> violations = s_sources.SelectMany(file => Repository.ReadLines(file)
            .Index()
            .Where(line => line.Item.Length > FileRules.Columns)
            .Select(line => $"{file}:{line.Index + 1} has {line.Item.Length} columns, of {FileRules.Columns}"));

        Violations.AssertNone(violations);
    }

    [Fact]
    public void NothingIsADrawer()
    {
        IEnumerable<string> violations = Repository.Files
            .Where(file => file.Split('/').Select(part => part.Split('.')[0])
                .Any(name => FileRules.RefusedNames.Contains(name, StringComparer.OrdinalIgnoreCase)))
            .Select(file => $"{file}: say what it does; drawers are refused");

        Violations.AssertNone(violations);
    }

    [Fact]
    public void AFileHoldsOneTypeAndIsNamedLikeIt()
    {
        IEnumerable<string> violations = s_sources
            .Where(file => file.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(file => MisplacedTypes(file, Path.GetFileNameWithoutExtension(file)));

        Violations.AssertNone(violations);
    }

    private static IEnumerable<string> MisplacedTypes(string file, string name) => TypeDeclaration.In(file)
        .Where(type => !type.IsFileLocal && !Belongs(type, file, name.Split('.', '{')))
        .Select(type => $"{file} declares {type.Name}: one type a file, named like the file");

    // Type.cs, Type.Aspect.cs of a partial, Type{T}.cs of a generic, Types.cs of a numbered or parallel family. The
    // file of an op, Sigmoid.cs, holds the part of Tensor that users call and the types of the op beside it.
    private static bool Belongs(TypeDeclaration type, string file, string[] names) =>
        type.Name == names[0]
        || (names[0].EndsWith('s') && type.Name.StartsWith(names[0][..^1], StringComparison.Ordinal))
        || names.Contains(type.Operation)
        || (file.StartsWith("src/Nabla.Core/Ops/", StringComparison.Ordinal)
            && (type.IsPartial
                || type.Name.StartsWith(names[0], StringComparison.Ordinal)
                || (type.Operation is { } operation && names[0].StartsWith(operation, StringComparison.Ordinal))));
}
