using System.Text;

namespace Nabla.Architecture.Tests;

/// <summary>
/// The public API of each library against the list that was agreed on, so that no name appears, changes or goes
/// unnoticed. After a change that is wanted, write the lists anew: <c>NABLA_UPDATE_SNAPSHOTS=1 dotnet test</c>.
/// </summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Nabla.Core")]
    [InlineData("Nabla")]
    [InlineData("Nabla.Models")]
    public void ThePublicApiIsTheOneAgreedOn(string library)
    {
        string path = Repository.FullPath($"tests/Nabla.Architecture.Tests/PublicApi.{library}.txt");
        string actual = PublicApi.Of(SourceAssembly.All.Single(assembly => assembly.Name == library));

        if (Environment.GetEnvironmentVariable("NABLA_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        Assert.SkipUnless(File.Exists(path), $"No list of the public API of {library} is agreed on yet.");
        string[] agreed = File.ReadAllLines(path);
        string[] found = actual.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Violations.AssertNone(
        [
            .. found.Except(agreed).Select(line => $"+ {line}"),
            .. agreed.Where(line => line.Length > 0).Except(found).Select(line => $"- {line}"),
        ]);
    }
}
