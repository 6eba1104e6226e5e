using System.Text.Json.Nodes;
using Nabla.Configuration;

namespace Nabla.Tests.Configuration;

/// <summary>
/// Every component there is, taken from the registry: what it writes is what it reads, member by member. A new
/// component is tested by being there.
/// </summary>
public sealed class ComponentRoundTripTests
{
    // A lambda layer is registered to say that no file can hold a function.
    public static TheoryData<string, string> Kinds =>

    [
        .. ComponentRegistry.Entries.Where(entry => entry.Kind != "lambda")
            .Select(entry => (entry.Family.Name, entry.Kind)).Order(),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ItComesBackAsItWasWritten(string family, string kind)
    {
        var sample = new ComponentSample(
            ComponentRegistry.Entries.Single(entry => entry.Family.Name == family && entry.Kind == kind));

        JsonObject smallest = sample.FindSmallest();
        JsonObject written = sample.Again(smallest);

        Assert.Equal(written.ToJsonString(), sample.Again(written).ToJsonString());
        Assert.True(ComponentSample.Holds(written, smallest), $"{smallest} came back as {written}");

        // Every number, truth value and name is changed, so that a member that is written and not read, or the other
        // way round, or mistaken for its neighbour, is found.
        string[] stuck = [.. sample.Names(written).Where(name => !sample.CanChange(written, name))];
        Assert.True(stuck.Length == 0, $"no other value of {string.Join(", ", stuck)} came back as it was written");
    }

    [Fact]
    public void TheRegistryHoldsEveryFamily() => Assert.Superset(
        new HashSet<string> { "layer", "initializer", "loss", "metric", "optimizer", "schedule" },
        ComponentRegistry.Entries.Select(entry => entry.Family.Name).ToHashSet());
}
