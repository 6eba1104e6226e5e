using System.Globalization;

namespace Nabla.Data;

/// <summary>Cuts texts into tokens.</summary>
internal readonly record struct TextTokens(TextStandardization Standardize, TextSplit Split, int NGrams)
{
    /// <summary>The tokens of a text in order; runs of several tokens after all single ones.</summary>
    public List<string> Of(string text)
    {
        List<string> tokens = Cut(Standardized(text));
        int singles = tokens.Count;
        for (int length = 2; length <= NGrams; length++)
        {
            for (int start = 0; start + length <= singles; start++)
            {
                tokens.Add(string.Join(Split is TextSplit.Character ? "" : " ", tokens.Skip(start).Take(length)));
            }
        }

        return tokens;
    }

    private string Standardized(string text)
    {
        if (Standardize is TextStandardization.StripPunctuation or TextStandardization.LowerAndStripPunctuation)
        {
            text = string.Concat(text.Where(letter => !char.IsPunctuation(letter) && !char.IsSymbol(letter)));
        }

        return Standardize is TextStandardization.Lower or TextStandardization.LowerAndStripPunctuation
            ? text.ToLowerInvariant()
            : text;
    }

    private List<string> Cut(string text)
    {
        if (Split is TextSplit.None)
        {
            return [text];
        }

        if (Split is TextSplit.Whitespace)
        {
            return [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
        }

        var characters = new List<string>();
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            characters.Add(elements.GetTextElement());
        }

        return characters;
    }
}
