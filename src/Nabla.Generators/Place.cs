using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Nabla.Generators;

/// <summary>A place in the user's sources, without holding on to their syntax trees.</summary>
internal sealed record Place(string File, TextSpan Span, LinePositionSpan Lines)
{
    public Location Location => Location.Create(File, Span, Lines);

    /// <summary>Where a symbol is declared; null when it is in another assembly.</summary>
    public static Place? Of(ISymbol symbol)
    {
        Location? location = symbol.Locations.FirstOrDefault(candidate => candidate.IsInSource);
        return location is null
            ? null
            : new Place(location.SourceTree!.FilePath, location.SourceSpan, location.GetLineSpan().Span);
    }
}
