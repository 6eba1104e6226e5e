namespace Nabla.Architecture.Tests;

/// <summary>
/// The tests mirror the sources: every op and every layer has a test file of its name. Files that declare neither an op
/// nor something that users call are tested by those that use them.
/// </summary>
public sealed class TwinTests
{
    [Theory]
    [InlineData("src/Nabla.Core/Ops/", "tests/Nabla.Core.Tests/Ops/")]
    [InlineData("src/Nabla/Layers/", "tests/Nabla.Tests/Layers/")]
    public void EverySourceHasItsTest(string sources, string tests)
    {
        HashSet<string> tested = [.. Repository.SourcesUnder(tests).Select(Path.GetFileName).OfType<string>()];

        IEnumerable<string> missing = Repository.SourcesUnder(sources)
            .Where(file => TypeDeclaration.In(file).Any(type => type.IsPublic || type.Operation is not null))
            .Where(file => !tested.Contains($"{Path.GetFileNameWithoutExtension(file).Split('.', '{')[0]}Tests.cs"))
            .Select(file => $"{file} has no {Path.GetFileNameWithoutExtension(file)}Tests.cs under {tests}");

        Violations.AssertNone(missing);
    }
}
