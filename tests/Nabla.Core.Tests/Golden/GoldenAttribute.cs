using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Nabla.Tests.Golden;

/// <summary>The names of all golden cases of an operation, one row each; see tests/golden/README.md.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class GoldenAttribute(string operation) : DataAttribute
{
    public string Operation { get; } = operation;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        TheoryDataRow<string>[] rows =
            [.. GoldenCase.Of(Operation).Select(golden => new TheoryDataRow<string>(golden.Name))];
        return rows.Length > 0
            ? ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(rows)
            : throw new InvalidOperationException($"No golden case is named '{Operation}'.");
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
