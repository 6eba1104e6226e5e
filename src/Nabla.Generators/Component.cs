namespace Nabla.Generators;

/// <summary>A class with the attribute, as far as its files go.</summary>
internal sealed record Component(
    string Name,
    string Type,
    string FamilyType,
    string FamilyName,
    string Kind,
    int Version,
    bool IsSelfDescribing,
    EquatableArray<Member> Members,
    Place? Place,
    EquatableArray<Finding> Findings)
{
    /// <summary>The name of the class that is generated for it.</summary>
    public string SourceName { get; } = new([.. Type.Replace("global::", "").Select(Letter)]);

    public bool IsValid => Findings.Count == 0;

    private static char Letter(char character) => char.IsLetterOrDigit(character) ? character : '_';
}
